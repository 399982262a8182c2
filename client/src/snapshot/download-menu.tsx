import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DownloadItems } from './download-items.tsx'

interface DownloadMenuProps {
  /** `now`, or a snapshot's number. */
  readonly version: string
  /** Says which version it is about, where that is not plain from the page. */
  readonly label?: string
  /** Only the icon, where space is short. */
  readonly isCompact?: boolean
}

/** A version on paper and as files: what is shared, and one's own party's private threads only where asked for. */
export function DownloadMenu({ version, label, isCompact = false }: DownloadMenuProps) {
  const { t } = useTranslation('snapshot')
  const name = label ?? t('out.open')
  return (
    <Menu position="bottom-end" width={300} closeOnItemClick={false} withinPortal={false}>
      <Menu.Target>
        {isCompact ? (
          <ActionIcon size="lg" aria-label={name} title={name}>
            <IconDownload size={18} />
          </ActionIcon>
        ) : (
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden="true" />}>
            {name}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown aria-label={name}>
        <DownloadItems version={version} />
      </Menu.Dropdown>
    </Menu>
  )
}
