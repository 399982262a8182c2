import { Checkbox } from '@mantine/core'
import type { SnapshotSummary } from '@parley/protocol'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useProject } from '../app/use-project.ts'
import { PartyBadge } from '../ui/party-badge.tsx'
import { Time } from '../ui/time.tsx'
import { DownloadMenu } from './download-menu.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { SnapshotKindWord } from './snapshot-kind-word.tsx'
import classes from './snapshot-list.module.css'

interface SnapshotRowProps {
  readonly snapshot: SnapshotSummary
  /** Number of the snapshot before it; `null` for the first. */
  readonly before: number | null
  readonly isChosen: boolean
  readonly onChoose: () => void
}

/** One snapshot: what it is called and is, who took it and when. */
export function SnapshotRow({ snapshot, before, isChosen, onChoose }: SnapshotRowProps) {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const { number, name, note, kind, by, at, requirements, fingerprint } = snapshot
  const party = project.parties.find((each) => each.id === snapshot.party)
  const base = `/projects/${project.id}`
  return (
    <li className={classes.row} data-chosen={isChosen || undefined}>
      <Checkbox
        className={classes.check}
        checked={isChosen}
        aria-label={t('choose', { number, name })}
        onChange={onChoose}
      />
      <span className={classes.number}>{number}</span>
      <div className={classes.main}>
        <Link to={`${base}/snapshots/${number}`} className={classes.name}>
          {name}
        </Link>
        {note !== '' && <p className={classes.note}>{note}</p>}
        <div className={classes.facts}>
          <SnapshotKindWord kind={kind} />
          <span>{t('requirements', { count: requirements })}</span>
          {before !== null && (
            <Link to={`${base}/compare?from=${before}&to=${number}`}>
              {t('changesSince', { number: before })}
            </Link>
          )}
        </div>
      </div>
      <div className={classes.by}>
        <span>
          {by}, <Time at={at} />
        </span>
        {party && <PartyBadge kind={party.kind} name={party.organisation.name} />}
        <Fingerprint value={fingerprint} />
      </div>
      <div className={classes.out}>
        <DownloadMenu version={String(number)} label={t('out.of', { number, name })} isCompact />
      </div>
    </li>
  )
}
