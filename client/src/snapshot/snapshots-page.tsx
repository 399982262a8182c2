import { Button, Checkbox, Group, Table } from '@mantine/core'
import type { SnapshotSummary } from '@parley/protocol'
import { IconArrowsDiff, IconCamera, IconCircleCheck, IconFileText, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useProject } from '../app/use-project.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Page } from '../ui/page.tsx'
import { type StateTone, StateWord } from '../ui/state-word.tsx'
import { Time } from '../ui/time.tsx'
import { DownloadMenu } from './download-menu.tsx'
import classes from './snapshot.module.css'
import { SnapshotButton } from './snapshot-button.tsx'
import { snapshotsQuery } from './snapshot-queries.ts'

/** All snapshots of a project; two of them, or one and the present state, can be compared. */
export function SnapshotsPage() {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const navigate = useNavigate()
  const snapshots = useQuery(snapshotsQuery(project.id))
  const [chosen, setChosen] = useState<readonly number[]>([])
  const choose = (number: number) =>
    setChosen((before) =>
      before.includes(number) ? before.filter((each) => each !== number) : [...before.slice(-1), number],
    )
  const [first, second] = chosen.toSorted((left, right) => left - right)
  const compare = () =>
    void navigate(`/projects/${project.id}/compare?from=${first ?? ''}&to=${second ?? 'now'}`)
  return (
    <Page
      title={t('title')}
      width="wide"
      lead={t('lead')}
      actions={
        <Group gap="xs">
          <DownloadMenu version="now" />
          <SnapshotButton />
        </Group>
      }
    >
      <ErrorNote error={snapshots.error} onRetry={() => void snapshots.refetch()} />
      {snapshots.data?.length === 0 && (
        <EmptyState icon={IconCamera} title={t('none')}>
          {t('noneYet')}
        </EmptyState>
      )}
      {snapshots.data && snapshots.data.length > 0 && (
        <>
          <Table.ScrollContainer minWidth={640}>
            <Table verticalSpacing="sm" className={classes.table ?? ''}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th aria-label={t('column.choose')} />
                  <Table.Th>{t('column.number')}</Table.Th>
                  <Table.Th>{t('column.name')}</Table.Th>
                  <Table.Th>{t('column.kind')}</Table.Th>
                  <Table.Th>{t('column.by')}</Table.Th>
                  <Table.Th>{t('column.requirements')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {snapshots.data.map((snapshot) => (
                  <SnapshotRow
                    key={snapshot.id}
                    snapshot={snapshot}
                    isChosen={chosen.includes(snapshot.number)}
                    onChoose={() => choose(snapshot.number)}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Group mt="md">
            <Button
              variant="default"
              leftSection={<IconArrowsDiff size={16} />}
              disabled={first === undefined}
              onClick={compare}
            >
              {first === undefined
                ? t('chooseToCompare')
                : second === undefined
                  ? t('compareWithNow', { number: first })
                  : t('compareTwo', { from: first, to: second })}
            </Button>
          </Group>
        </>
      )}
    </Page>
  )
}

interface SnapshotRowProps {
  readonly snapshot: SnapshotSummary
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function SnapshotRow({ snapshot, isChosen, onChoose }: SnapshotRowProps) {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const party = project.parties.find((each) => each.id === snapshot.party)
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          checked={isChosen}
          aria-label={t('choose', { number: snapshot.number })}
          onChange={onChoose}
        />
      </Table.Td>
      <Table.Td className={classes.number}>{snapshot.number}</Table.Td>
      <Table.Td>
        <Link to={`/projects/${project.id}/snapshots/${snapshot.number}`} className={classes.name}>
          {snapshot.name}
        </Link>
        {snapshot.note !== '' && <div className={classes.note}>{snapshot.note}</div>}
      </Table.Td>
      <Table.Td>
        <SnapshotKindWord kind={snapshot.kind} />
      </Table.Td>
      <Table.Td>
        {snapshot.by}
        <div className={classes.note}>
          {party && `${party.organisation.name} · `}
          <Time at={snapshot.at} />
        </div>
      </Table.Td>
      <Table.Td>
        {snapshot.requirements}
        <div className={classes.fingerprint} title={t('fingerprint', { fingerprint: snapshot.fingerprint })}>
          {snapshot.fingerprint.slice(0, 12)}
        </div>
      </Table.Td>
    </Table.Tr>
  )
}

const looks: Record<SnapshotSummary['kind'], { readonly icon: typeof IconSend; readonly tone: StateTone }> = {
  published: { icon: IconSend, tone: 'quiet' },
  working: { icon: IconFileText, tone: 'quiet' },
  agreed: { icon: IconCircleCheck, tone: 'agreed' },
}

/** What a snapshot is, as a word with an icon. */
export function SnapshotKindWord({ kind }: { readonly kind: SnapshotSummary['kind'] }) {
  const { t } = useTranslation('words')
  const { icon, tone } = looks[kind]
  return (
    <StateWord icon={icon} tone={tone}>
      {t(`snapshotKind.${kind}`)}
    </StateWord>
  )
}
