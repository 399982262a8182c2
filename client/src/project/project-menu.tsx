import { Menu, UnstyledButton } from '@mantine/core'
import type { ProjectView } from '@parley/protocol'
import { IconChevronDown, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import classes from './project-menu.module.css'
import { projectPages } from './project-pages.ts'
import { RenameProject } from './rename-project.tsx'

/** The project's name and parties; opens the list of its pages. */
export function ProjectMenu({ project }: { readonly project: ProjectView }) {
  const { t } = useTranslation(['common', 'project'])
  const [isRenaming, setRenaming] = useState(false)
  const pages = projectPages.filter((page) => !page.needsDocument || project.rights.readDocument)
  return (
    <>
      <Menu position="bottom-start" width={240} withinPortal={false}>
        <Menu.Target>
          <UnstyledButton className={classes.button}>
            <span className={classes.name}>
              <span>{project.name}</span>
              <IconChevronDown size={14} aria-hidden="true" />
            </span>
            <span className={classes.parties}>{useParties(project)}</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('projectMenu')}>
          {pages.map(({ to, label, icon: Icon }) => (
            <Menu.Item
              key={to}
              component={NavLink}
              to={`/projects/${project.id}${to}`}
              end
              leftSection={<Icon size={16} />}
              className={classes.item}
            >
              {t(`project:pages.${label}`)}
            </Menu.Item>
          ))}
          {project.rights.renameProject && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setRenaming(true)}>
                {t('project:rename.open')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {project.rights.renameProject && (
        <RenameProject project={project} opened={isRenaming} onClose={() => setRenaming(false)} />
      )}
    </>
  )
}

function useParties({ parties }: ProjectView): string {
  const { t } = useTranslation('project')
  const client = parties.find((party) => party.kind === 'client')?.organisation.name ?? ''
  const provider = parties.find((party) => party.selected)?.organisation.name
  return provider ? t('clientWithProvider', { client, provider }) : client
}
