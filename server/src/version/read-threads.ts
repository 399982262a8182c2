import type {
  CommentId,
  PartyId,
  PersonId,
  ProjectId,
  RequirementId,
  TextId,
  ThreadId,
  ThreadState,
} from '@parley/model'
import type { Reader } from '../store/index.ts'

interface CommentRecord {
  readonly id: CommentId
  readonly person: PersonId
  readonly name: string
  readonly party: PartyId
  readonly body: string
  readonly createdAt: string
  readonly editedAt: string | null
}

/** A thread with its comments, before it is presented to anybody. */
export interface ThreadRecord {
  readonly id: ThreadId
  readonly requirement: RequirementId
  /** The client first where it is one of them. */
  readonly audience: readonly PartyId[]
  readonly anchor: {
    readonly text: TextId
    readonly start: string
    readonly end: string
    readonly quote: string
    readonly range: { readonly from: number; readonly to: number } | null
  } | null
  readonly state: ThreadState
  readonly resolvedBy: string | null
  readonly createdAt: string
  readonly comments: readonly CommentRecord[]
}

/** The threads of a project, of one requirement, or those named, oldest first; for whomever. */
export async function readThreads(
  db: Reader,
  project: ProjectId,
  only: { readonly requirement?: RequirementId | undefined; readonly threads?: readonly ThreadId[] } = {},
): Promise<ThreadRecord[]> {
  const { requirement, threads } = only
  const rows = await db
    .selectFrom('thread')
    .leftJoin('user', 'user.id', 'thread.resolved_by')
    .select([
      'thread.id',
      'thread.requirement_id',
      'thread.text_id',
      'thread.anchor_start',
      'thread.anchor_end',
      'thread.quote',
      'thread.range_from',
      'thread.range_to',
      'thread.state',
      'thread.created_at',
      'user.name as resolved_by',
    ])
    .where('thread.project_id', '=', project)
    .$if(requirement !== undefined, (query) => query.where('thread.requirement_id', '=', requirement ?? null))
    .$if(threads !== undefined, (query) => query.where('thread.id', 'in', threads ?? []))
    .execute()
  const audiences = await readAudiences(db, project, only)
  const comments = await readComments(db, project, only)
  return rows
    .map((row) => ({
      id: row.id,
      requirement: row.requirement_id,
      audience: audiences.get(row.id) ?? [],
      anchor: anchorOf(row),
      state: row.state,
      resolvedBy: row.resolved_by,
      createdAt: row.created_at,
      comments: comments.get(row.id) ?? [],
    }))
    .sort(byTime)
}

interface AnchorRow {
  readonly text_id: TextId | null
  readonly anchor_start: string | null
  readonly anchor_end: string | null
  readonly quote: string | null
  readonly range_from: number | null
  readonly range_to: number | null
}

function anchorOf(row: AnchorRow): ThreadRecord['anchor'] {
  if (row.text_id === null) return null
  const { range_from: from, range_to: to } = row
  return {
    text: row.text_id,
    start: row.anchor_start ?? '',
    end: row.anchor_end ?? '',
    quote: row.quote ?? '',
    range: from === null || to === null ? null : { from, to },
  }
}

type Only = Parameters<typeof readThreads>[2]

async function readAudiences(db: Reader, project: ProjectId, only: Only) {
  const rows = await db
    .selectFrom('thread_audience')
    .innerJoin('thread', 'thread.id', 'thread_audience.thread_id')
    .innerJoin('party', 'party.id', 'thread_audience.party_id')
    .select(['thread_audience.thread_id', 'thread_audience.party_id', 'party.kind'])
    .where('thread.project_id', '=', project)
    .$if(only?.requirement !== undefined, (query) =>
      query.where('thread.requirement_id', '=', only?.requirement ?? null),
    )
    .$if(only?.threads !== undefined, (query) => query.where('thread.id', 'in', only?.threads ?? []))
    .execute()
  const ordered = rows.toSorted(
    (left, right) => Number(right.kind === 'client') - Number(left.kind === 'client'),
  )
  const parties = new Map<ThreadId, PartyId[]>()
  for (const row of ordered) {
    parties.set(row.thread_id, [...(parties.get(row.thread_id) ?? []), row.party_id])
  }
  return parties
}

async function readComments(db: Reader, project: ProjectId, only: Only) {
  const rows = await db
    .selectFrom('comment')
    .innerJoin('thread', 'thread.id', 'comment.thread_id')
    .innerJoin('user', 'user.id', 'comment.person_id')
    .select([
      'comment.id',
      'comment.thread_id',
      'comment.person_id as person',
      'user.name',
      'comment.party_id as party',
      'comment.body',
      'comment.created_at as createdAt',
      'comment.edited_at as editedAt',
    ])
    .where('thread.project_id', '=', project)
    .$if(only?.requirement !== undefined, (query) =>
      query.where('thread.requirement_id', '=', only?.requirement ?? null),
    )
    .$if(only?.threads !== undefined, (query) => query.where('thread.id', 'in', only?.threads ?? []))
    .execute()
  const comments = new Map<ThreadId, CommentRecord[]>()
  for (const { thread_id, ...comment } of rows.sort(byTime)) {
    const known = comments.get(thread_id)
    if (known) known.push(comment)
    else comments.set(thread_id, [comment])
  }
  return comments
}

function byTime(left: Timed, right: Timed): number {
  if (left.createdAt !== right.createdAt) return left.createdAt < right.createdAt ? -1 : 1
  return left.id < right.id ? -1 : 1
}

interface Timed {
  readonly id: string
  readonly createdAt: string
}
