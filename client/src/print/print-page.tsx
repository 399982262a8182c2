import { Button } from '@mantine/core'
import type { VersionContent } from '@parley/protocol'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { LoadingPage } from '../app/loading-page.tsx'
import { useProject } from '../app/use-project.ts'
import { contentsOf } from '../snapshot/contents.ts'
import { versionQuery } from '../snapshot/snapshot-queries.ts'
import { useLinkedPlace } from '../snapshot/use-linked-place.ts'
import { VersionDocument } from '../snapshot/version-document.tsx'
import { VersionProblem } from '../snapshot/version-problem.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { PageMargins } from './page-margins.tsx'
import { PrintContents } from './print-contents.tsx'
import { PrintTitle } from './print-title.tsx'
import { PrintWithdrawn } from './print-withdrawn.tsx'
import './print.css'
import { useVersionWords } from './use-version-words.ts'

/** A version as a document for paper: title, parties, contents, then every section and requirement. */
export function PrintPage() {
  const project = useProject()
  const [search] = useSearchParams()
  const version = useQuery(versionQuery(project.id, search.get('version') || 'now'))
  if (version.data) return <Paper content={version.data} />
  if (version.error) return <VersionProblem error={version.error} onRetry={() => void version.refetch()} />
  return <LoadingPage />
}

function Paper({ content }: { readonly content: VersionContent }) {
  const { t } = useTranslation('print')
  const version = useVersionWords(content)
  useLinkedPlace()
  const lines = useMemo(() => contentsOf(content), [content])
  const numbers = useMemo(
    () => new Map(lines.filter(({ kind }) => kind === 'section').map(({ id, number }) => [id, number])),
    [lines],
  )
  return (
    <div className="paper">
      {/* What the browser proposes as the name of the PDF. */}
      <PageTitle>{`${content.project.name}, ${version.short}`}</PageTitle>
      <PageMargins title={content.project.name} version={version.short} />
      <div className="paper-tools">
        <p>{t('hint')}</p>
        <Button leftSection={<IconPrinter size={16} aria-hidden="true" />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      <PrintTitle content={content} version={version.long} />
      <PrintContents lines={lines.filter(({ withdrawn }) => !withdrawn)} />
      <VersionDocument content={content} withdrawn="absent" sectionNumbers={numbers} />
      <PrintWithdrawn lines={lines.filter(({ kind, withdrawn }) => withdrawn && kind === 'requirement')} />
    </div>
  )
}
