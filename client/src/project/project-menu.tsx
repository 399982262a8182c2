import { Menu, UnstyledButton } from '@mantine/core'
import type { ProjectView } from '@parley/protocol'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import classes from './project-menu.module.css'
import { projectPages } from './project-pages.ts'

/** The project's name and parties; opens the list of its pages. */
export function ProjectMenu({ project }: { readonly project: ProjectView }) {
  const { t } = useTranslation(['common', 'project'])
  return (
    <Menu position="bottom-start" width={240}>
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
        {projectPages
          .filter((page) => !page.needsDocument || project.rights.readDocument)
          .map(({ to, label, icon: Icon }) => (
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
      </Menu.Dropdown>
    </Menu>
  )
}

function useParties({ parties }: ProjectView): string {
  const { t } = useTranslation('project')
  const client = parties.find((party) => party.kind === 'client')?.organisation.name ?? ''
  const provider = parties.find((party) => party.selected)?.organisation.name
  return provider ? t('clientWithProvider', { client, provider }) : client
}
