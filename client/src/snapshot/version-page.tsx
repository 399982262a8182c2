import type { VersionContent } from '@parley/protocol'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { LoadingPage } from '../app/loading-page.tsx'
import { useProject } from '../app/use-project.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { contentsOf } from './contents.ts'
import { snapshotsQuery, versionQuery } from './snapshot-queries.ts'
import { useLinkedPlace } from './use-linked-place.ts'
import { useSnapshotEvents } from './use-snapshot-events.ts'
import { VersionBanner } from './version-banner.tsx'
import { VersionContents } from './version-contents.tsx'
import { VersionDocument } from './version-document.tsx'
import classes from './version-page.module.css'
import { VersionProblem } from './version-problem.tsx'

/** One version as it is or was, read-only, in the look of the document. */
export function VersionPage() {
  const { number = '' } = useParams()
  const project = useProject()
  const version = useQuery(versionQuery(project.id, number))
  if (version.data) return <Version key={number} content={version.data} />
  if (version.error) return <VersionProblem error={version.error} onRetry={() => void version.refetch()} />
  return <LoadingPage />
}

function Version({ content }: { readonly content: VersionContent }) {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const snapshots = useQuery(snapshotsQuery(project.id))
  useSnapshotEvents(project.id)
  useLinkedPlace()
  const lines = useMemo(() => contentsOf(content), [content])
  const { snapshot } = content
  const title = snapshot ? t('versionTitle', { number: snapshot.number, name: snapshot.name }) : t('now')
  return (
    <div className={classes.page}>
      <PageTitle>{title}</PageTitle>
      <aside className={classes.contents}>
        <VersionContents lines={lines} />
      </aside>
      <div className={classes.middle}>
        <VersionBanner content={content} title={title} snapshots={snapshots.data ?? []} />
        <details className={classes.fold}>
          <summary>{t('contents')}</summary>
          <VersionContents lines={lines} />
        </details>
        <VersionDocument content={content} withdrawn="struck" />
      </div>
    </div>
  )
}
