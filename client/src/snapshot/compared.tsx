import type { Comparison } from '@parley/protocol'
import { IconEqual } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { LoadingPage } from '../app/loading-page.tsx'
import { useProject } from '../app/use-project.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { ComparisonView } from './comparison-view.tsx'
import { comparisonQuery } from './snapshot-queries.ts'

interface ComparedProps {
  readonly from: string
  readonly to: string
}

/** The comparison of two versions, or that there is no difference, or why there is none. */
export function Compared({ from, to }: ComparedProps) {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const comparison = useQuery(comparisonQuery(project.id, from, to))
  if (comparison.isPending) return <LoadingPage rows={3} />
  return (
    <>
      <ErrorNote error={comparison.error} onRetry={() => void comparison.refetch()} />
      {comparison.data && isDifferent(comparison.data) && <ComparisonView comparison={comparison.data} />}
      {comparison.data && !isDifferent(comparison.data) && (
        <EmptyState icon={IconEqual} title={t('compare.same')}>
          {t('compare.unchanged', { count: comparison.data.unchanged })}
        </EmptyState>
      )}
    </>
  )
}

const isDifferent = ({ sections, requirements }: Comparison) => sections.length + requirements.length > 0
