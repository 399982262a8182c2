import { Button, Group } from '@mantine/core'
import type { VersionContent } from '@parley/protocol'
import { IconArrowsDiff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { LoadingPage } from '../app/loading-page.tsx'
import { NotFoundPage } from '../app/not-found-page.tsx'
import { isProblem } from '../app/problem-error.ts'
import { useProject } from '../app/use-project.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { useFormats } from '../ui/formats.ts'
import { Page } from '../ui/page.tsx'
import { DownloadMenu } from './download-menu.tsx'
import classes from './snapshot.module.css'
import { versionQuery } from './snapshot-queries.ts'
import { SnapshotKindWord } from './snapshots-page.tsx'
import { VersionDocument } from './version-document.tsx'

/** One snapshot as it was, read-only. */
export function VersionPage() {
  const { number = '' } = useParams()
  const project = useProject()
  const version = useQuery(versionQuery(project.id, number))
  if (isProblem(version.error, 'not-found') || isProblem(version.error, 'invalid-input'))
    return <NotFoundPage />
  if (version.error) return <ErrorNote error={version.error} onRetry={() => void version.refetch()} />
  if (!version.data) return <LoadingPage />
  return <Snapshot content={version.data} />
}

function Snapshot({ content }: { readonly content: VersionContent }) {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const formats = useFormats()
  const { snapshot } = content
  if (!snapshot) return null
  return (
    <Page
      title={t('versionTitle', { number: snapshot.number, name: snapshot.name })}
      lead={t('takenBy', { name: snapshot.by, when: formats.dateTime(snapshot.at) })}
      actions={
        <Group gap="xs">
          <Button
            component={Link}
            to={`/projects/${project.id}/compare?from=${snapshot.number}&to=now`}
            variant="default"
            leftSection={<IconArrowsDiff size={16} />}
          >
            {t('compareNow')}
          </Button>
          <DownloadMenu version={String(snapshot.number)} />
        </Group>
      }
    >
      <div className={classes.banner}>
        <SnapshotKindWord kind={snapshot.kind} />
        <span>{t('neverChanges')}</span>
        <code title={t('fingerprint', { fingerprint: snapshot.fingerprint })}>
          {snapshot.fingerprint.slice(0, 16)}
        </code>
      </div>
      {snapshot.note !== '' && <p className={classes.note}>{snapshot.note}</p>}
      <VersionDocument content={content} />
    </Page>
  )
}
