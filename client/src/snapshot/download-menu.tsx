import { Button, Checkbox, Menu } from '@mantine/core'
import { IconDownload, IconFileSpreadsheet, IconLock, IconMarkdown, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useProject } from '../app/use-project.ts'
import { audienceGround } from '../ui/audience-badge.tsx'
import classes from './snapshot.module.css'

/** A version on paper and as files: what is shared, and one's own party's private threads only where asked for. */
export function DownloadMenu({ version }: { readonly version: string }) {
  const { t, i18n } = useTranslation('snapshot')
  const project = useProject()
  const [withPrivate, setWithPrivate] = useState(false)
  const own = project.parties.find((party) => party.id === project.viewer.party)
  const address = (file: string) =>
    `/api/projects/${project.id}/export.${file}?${new URLSearchParams({
      version,
      language: i18n.language,
      private: withPrivate ? '1' : '0',
    })}`
  return (
    <Menu position="bottom-end" width={280} closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden="true" />}>
          {t('out.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          to={`/projects/${project.id}/print?version=${version}`}
          leftSection={<IconPrinter size={16} />}
        >
          {t('out.print')}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={address('xlsx')}
          download
          leftSection={<IconFileSpreadsheet size={16} />}
        >
          {t('out.xlsx')}
        </Menu.Item>
        <Menu.Item component="a" href={address('md')} download leftSection={<IconMarkdown size={16} />}>
          {t('out.markdown')}
        </Menu.Item>
        {own && (
          <Menu.Item
            component="div"
            className={
              withPrivate
                ? audienceGround({ kind: 'private', party: own.kind, name: own.organisation.name })
                : (classes.plain ?? '')
            }
            leftSection={<IconLock size={16} />}
            onClick={() => setWithPrivate(!withPrivate)}
          >
            <Checkbox
              size="xs"
              checked={withPrivate}
              readOnly
              tabIndex={-1}
              label={t('out.withPrivate', { name: own.organisation.name })}
            />
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
