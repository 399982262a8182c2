import { Group } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { LoadingPage } from '../app/loading-page.tsx'
import { useProject } from '../app/use-project.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Page } from '../ui/page.tsx'
import { DownloadMenu } from './download-menu.tsx'
import { SnapshotButton } from './snapshot-button.tsx'
import { SnapshotList } from './snapshot-list.tsx'
import { snapshotsQuery } from './snapshot-queries.ts'
import { useSnapshotEvents } from './use-snapshot-events.ts'

/** All snapshots of a project; two of them, or one and the present state, can be compared. */
export function SnapshotsPage() {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const snapshots = useQuery(snapshotsQuery(project.id))
  useSnapshotEvents(project.id)
  if (snapshots.isPending) return <LoadingPage rows={3} />
  return (
    <Page
      title={t('title')}
      width="wide"
      lead={t('lead')}
      actions={
        <Group gap="xs">
          <DownloadMenu version="now" label={t('out.now')} />
          <SnapshotButton />
        </Group>
      }
    >
      {/* What was read before stays, where reading it again fails. */}
      <ErrorNote error={snapshots.error} onRetry={() => void snapshots.refetch()} />
      {snapshots.data?.length === 0 && (
        <EmptyState icon={IconCamera} title={t('none')}>
          {t('noneYet')}
        </EmptyState>
      )}
      {snapshots.data && snapshots.data.length > 0 && <SnapshotList snapshots={snapshots.data} />}
    </Page>
  )
}
