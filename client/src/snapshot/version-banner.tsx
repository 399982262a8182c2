import { Button, Menu } from '@mantine/core'
import type { SnapshotSummary, VersionContent } from '@parley/protocol'
import { IconArrowsDiff, IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useProject } from '../app/use-project.ts'
import { useFormats } from '../ui/formats.ts'
import { DownloadMenu } from './download-menu.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { SnapshotKindWord } from './snapshot-kind-word.tsx'
import classes from './version-banner.module.css'

interface VersionBannerProps {
  readonly content: VersionContent
  readonly title: string
  readonly snapshots: readonly SnapshotSummary[]
}

/** Which version is being read, that it cannot be changed, and what can be done with it. */
export function VersionBanner({ content, title, snapshots }: VersionBannerProps) {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const formats = useFormats()
  const { snapshot, at } = content
  const version = snapshot ? String(snapshot.number) : 'now'
  return (
    <header className={classes.banner}>
      <Link to={`/projects/${project.id}/snapshots`} className={classes.back}>
        {t('title')}
      </Link>
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.line}>
        {snapshot
          ? t('takenBy', { name: snapshot.by, when: formats.dateTime(snapshot.at) })
          : t('asOf', { when: formats.dateTime(at) })}
      </p>
      {snapshot && snapshot.note !== '' && <p className={classes.note}>{snapshot.note}</p>}
      {snapshot && (
        <p className={classes.state}>
          <SnapshotKindWord kind={snapshot.kind} />
          <span>{t('neverChanges')}</span>
          <Fingerprint value={snapshot.fingerprint} />
        </p>
      )}
      <div className={classes.actions}>
        {snapshot && (
          <Button
            component={Link}
            to={`/projects/${project.id}/compare?from=${version}&to=now`}
            variant="default"
            leftSection={<IconArrowsDiff size={16} aria-hidden="true" />}
          >
            {t('compareNow')}
          </Button>
        )}
        <CompareWithAnother version={version} snapshots={snapshots} />
        <DownloadMenu version={version} />
      </div>
    </header>
  )
}

interface CompareWithAnotherProps {
  readonly version: string
  readonly snapshots: readonly SnapshotSummary[]
}

function CompareWithAnother({ version, snapshots }: CompareWithAnotherProps) {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const others = snapshots.filter(({ number }) => String(number) !== version)
  if (others.length === 0) return null
  const address = (other: number) => {
    const isOlder = version === 'now' || other < Number(version)
    const [from, to] = isOlder ? [String(other), version] : [version, String(other)]
    return `/projects/${project.id}/compare?${new URLSearchParams({ from, to })}`
  }
  return (
    <Menu position="bottom-start" width={300} withinPortal={false}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
          {t('compareOther')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('compareOther')} className={classes.others ?? ''}>
        {others.map(({ id, number, name }) => (
          <Menu.Item key={id} component={Link} to={address(number)}>
            {t('versionTitle', { number, name })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
