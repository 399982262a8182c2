import type { PartyId, PersonId, ProjectId, SnapshotId, SnapshotKind, ThreadState } from '@parley/model'
import type { Reader } from '../store/index.ts'
import type { ThreadTally } from './document-state.ts'

/** A snapshot without its content. */
export interface SnapshotRecord {
  readonly id: SnapshotId
  readonly number: number
  readonly name: string
  readonly note: string
  readonly kind: SnapshotKind
  readonly person: PersonId
  readonly by: string
  readonly party: PartyId
  readonly at: string
  readonly requirements: number
  readonly fingerprint: string
  readonly audience: readonly PartyId[]
}

/** The snapshots of a project, newest first, for whomever; or the one of a number. */
export async function readSnapshots(
  db: Reader,
  project: ProjectId,
  number: number | null = null,
): Promise<SnapshotRecord[]> {
  const rows = await db
    .selectFrom('snapshot')
    .innerJoin('user', 'user.id', 'snapshot.person_id')
    .select([
      'snapshot.id',
      'snapshot.number',
      'snapshot.name',
      'snapshot.note',
      'snapshot.kind',
      'snapshot.person_id as person',
      'user.name as by',
      'snapshot.party_id as party',
      'snapshot.at',
      'snapshot.requirements',
      'snapshot.fingerprint',
    ])
    .where('snapshot.project_id', '=', project)
    .$if(number !== null, (query) => query.where('snapshot.number', '=', number))
    .orderBy('snapshot.number', 'desc')
    .execute()
  const audiences = await db
    .selectFrom('snapshot_audience')
    .innerJoin('snapshot', 'snapshot.id', 'snapshot_audience.snapshot_id')
    .select(['snapshot_audience.snapshot_id', 'snapshot_audience.party_id'])
    .where('snapshot.project_id', '=', project)
    .execute()
  const partiesOf = Map.groupBy(audiences, (row) => row.snapshot_id)
  return rows.map((row) => ({
    ...row,
    audience: (partiesOf.get(row.id) ?? []).map(({ party_id }) => party_id),
  }))
}

/** The stored content of a snapshot. */
export async function readSnapshotContent(db: Reader, snapshot: SnapshotId): Promise<string> {
  const row = await db
    .selectFrom('snapshot')
    .select('content')
    .where('id', '=', snapshot)
    .executeTakeFirstOrThrow()
  return row.content
}

/** A thread as it stood when a snapshot was taken. */
export interface SnapshotThread extends ThreadTally {
  readonly requirement: string
  readonly state: ThreadState
}

/** The threads of a snapshot as they stood, for whomever. */
export async function readSnapshotThreads(db: Reader, snapshot: SnapshotId): Promise<SnapshotThread[]> {
  const rows = await db
    .selectFrom('snapshot_thread')
    .innerJoin('thread_audience', 'thread_audience.thread_id', 'snapshot_thread.thread_id')
    .select([
      'snapshot_thread.thread_id',
      'snapshot_thread.requirement_id',
      'snapshot_thread.state',
      'thread_audience.party_id',
    ])
    .where('snapshot_thread.snapshot_id', '=', snapshot)
    .execute()
  const threads = Map.groupBy(rows, (row) => row.thread_id)
  return [...threads].map(([thread, parties]) => ({
    thread,
    requirement: parties[0]?.requirement_id ?? '',
    state: parties[0]?.state ?? 'open',
    audience: parties.map(({ party_id }) => party_id),
  }))
}
