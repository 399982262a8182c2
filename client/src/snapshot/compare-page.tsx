import { Group, NativeSelect } from '@mantine/core'
import { IconArrowRight, IconEqual } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { LoadingPage } from '../app/loading-page.tsx'
import { useProject } from '../app/use-project.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Page } from '../ui/page.tsx'
import { ComparisonView } from './comparison-view.tsx'
import { comparisonQuery, snapshotsQuery } from './snapshot-queries.ts'

/** What changed between any two versions, or between one and now. */
export function ComparePage() {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const snapshots = useQuery(snapshotsQuery(project.id))
  const [search, setSearch] = useSearchParams()
  const newest = snapshots.data?.[0]?.number
  const from = search.get('from') || (newest === undefined ? 'now' : String(newest))
  const to = search.get('to') || 'now'
  const comparison = useQuery({
    ...comparisonQuery(project.id, from, to),
    enabled: snapshots.data !== undefined,
  })
  const versions = [
    ...(snapshots.data ?? []).map(({ number, name }) => ({
      value: String(number),
      label: t('versionTitle', { number, name }),
    })),
    { value: 'now', label: t('now') },
  ]
  const choose = (side: 'from' | 'to', version: string) =>
    setSearch({ from, to, [side]: version }, { replace: true })
  return (
    <Page title={t('compare.title')} lead={t('compare.lead')}>
      <Group gap="md" align="end" mb="lg">
        <NativeSelect
          label={t('compare.from')}
          value={from}
          data={versions}
          onChange={(event) => choose('from', event.currentTarget.value)}
        />
        <IconArrowRight size={18} aria-hidden="true" />
        <NativeSelect
          label={t('compare.to')}
          value={to}
          data={versions}
          onChange={(event) => choose('to', event.currentTarget.value)}
        />
      </Group>
      <ErrorNote error={comparison.error ?? snapshots.error} onRetry={() => void comparison.refetch()} />
      {comparison.isPending && !snapshots.error && <LoadingPage rows={3} />}
      {comparison.data &&
        (comparison.data.sections.length + comparison.data.requirements.length === 0 ? (
          <EmptyState icon={IconEqual} title={t('compare.same')}>
            {t('compare.unchanged', { count: comparison.data.unchanged })}
          </EmptyState>
        ) : (
          <ComparisonView comparison={comparison.data} />
        ))}
    </Page>
  )
}
