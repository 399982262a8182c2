import { Menu } from '@mantine/core'
import { IconFileSpreadsheet, IconLock, IconMarkdown, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useProject } from '../app/use-project.ts'
import { audienceGround } from '../ui/audience-badge.tsx'
import classes from './download-menu.module.css'

const files = [
  { extension: 'xlsx', label: 'out.xlsx', icon: IconFileSpreadsheet },
  { extension: 'md', label: 'out.markdown', icon: IconMarkdown },
] as const

/** Paper first, then the files; once private threads are asked for, each file that holds them looks private. */
export function DownloadItems({ version }: { readonly version: string }) {
  const { t, i18n } = useTranslation('snapshot')
  const project = useProject()
  const [withShared, setWithShared] = useState(false)
  const [withPrivate, setWithPrivate] = useState(false)
  const own = project.parties.find((party) => party.id === project.viewer.party)
  const privateGround =
    own && withPrivate
      ? audienceGround({ kind: 'private', party: own.kind, name: own.organisation.name })
      : undefined
  const address = (extension: string) =>
    `/api/projects/${project.id}/export.${extension}?${new URLSearchParams({
      version,
      language: i18n.language,
      threads: withShared ? '1' : '0',
      private: withPrivate ? '1' : '0',
    })}`
  return (
    <>
      <Menu.Item
        component={Link}
        to={`/projects/${project.id}/print?version=${version}`}
        leftSection={<IconPrinter size={16} />}
      >
        {t('out.print')}
      </Menu.Item>
      <Menu.Divider />
      {files.map(({ extension, label, icon: Icon }) => (
        <Menu.Item
          key={extension}
          component="a"
          href={address(extension)}
          download
          {...(privateGround && { className: privateGround })}
          leftSection={<Icon size={16} />}
          rightSection={privateGround && <IconLock size={14} aria-hidden="true" />}
        >
          {t(label)}
          {own && withPrivate && (
            <span className={classes.only}>{t('out.onlyFor', { name: own.organisation.name })}</span>
          )}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.CheckboxItem checked={withShared} onChange={setWithShared}>
        {t('out.withShared')}
      </Menu.CheckboxItem>
      {own && (
        <Menu.CheckboxItem
          checked={withPrivate}
          onChange={setWithPrivate}
          {...(privateGround && { className: privateGround })}
        >
          {t('out.withPrivate', { name: own.organisation.name })}
        </Menu.CheckboxItem>
      )}
    </>
  )
}
