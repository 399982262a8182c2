import { Button } from '@mantine/core'
import type { SnapshotSummary } from '@parley/protocol'
import { IconArrowsDiff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useProject } from '../app/use-project.ts'
import { comparedVersions, toggleVersion } from './chosen-versions.ts'
import classes from './snapshot-list.module.css'
import { SnapshotRow } from './snapshot-row.tsx'

/** Snapshots, newest first, of which one or two can be picked for a comparison. */
export function SnapshotList({ snapshots }: { readonly snapshots: readonly SnapshotSummary[] }) {
  const { t } = useTranslation('snapshot')
  const [chosen, setChosen] = useState<readonly number[]>([])
  return (
    <>
      <div className={classes.choice}>
        <CompareButton chosen={chosen} />
      </div>
      <ol className={classes.list} aria-label={t('title')}>
        {snapshots.map((snapshot, index) => (
          <SnapshotRow
            key={snapshot.id}
            snapshot={snapshot}
            before={snapshots[index + 1]?.number ?? null}
            isChosen={chosen.includes(snapshot.number)}
            onChoose={() => setChosen((before) => toggleVersion(before, snapshot.number))}
          />
        ))}
      </ol>
    </>
  )
}

function CompareButton({ chosen }: { readonly chosen: readonly number[] }) {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const compared = comparedVersions(chosen)
  if (!compared) return <p className={classes.hint}>{t('chooseToCompare')}</p>
  const { from, to } = compared
  return (
    <Button
      component={Link}
      to={`/projects/${project.id}/compare?${new URLSearchParams({ from, to })}`}
      variant="default"
      leftSection={<IconArrowsDiff size={16} aria-hidden="true" />}
    >
      {to === 'now' ? t('compareWithNow', { number: from }) : t('compareTwo', { from, to })}
    </Button>
  )
}
