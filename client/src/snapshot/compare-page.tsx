import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { LoadingPage } from '../app/loading-page.tsx'
import { useProject } from '../app/use-project.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Page } from '../ui/page.tsx'
import { Compared } from './compared.tsx'
import { snapshotsQuery } from './snapshot-queries.ts'
import { useSnapshotEvents } from './use-snapshot-events.ts'
import { VersionChoice } from './version-choice.tsx'

/** What changed between any two versions, or between one and now. */
export function ComparePage() {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const snapshots = useQuery(snapshotsQuery(project.id))
  useSnapshotEvents(project.id)
  const [search, setSearch] = useSearchParams()
  if (snapshots.isPending) return <LoadingPage rows={3} />
  const newest = snapshots.data?.[0]?.number
  const from = search.get('from') || String(newest ?? 'now')
  const to = search.get('to') || 'now'
  return (
    <Page title={t('compare.title')} lead={t('compare.lead')}>
      <ErrorNote error={snapshots.error} onRetry={() => void snapshots.refetch()} />
      <VersionChoice
        from={from}
        to={to}
        snapshots={snapshots.data ?? []}
        onChoose={(versions) => setSearch({ ...versions }, { replace: true })}
      />
      <Compared key={`${from} ${to}`} from={from} to={to} />
    </Page>
  )
}
