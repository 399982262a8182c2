import type {
  Fields,
  Guidance,
  Origin,
  ProjectId,
  RequirementId,
  SectionId,
  TextContent,
  TextId,
} from '@parley/model'
import type { ParameterView } from '@parley/protocol'
import type { Selectable } from 'kysely'
import { type Database, fromParameterRow, parameterColumns, type Reader } from '../store/index.ts'
import type {
  DocumentState,
  PositionRecord,
  RequirementState,
  SectionState,
  TextState,
  ThreadTally,
} from './document-state.ts'
import { fingerprintOf } from './fingerprint-cache.ts'

type TextRow = Selectable<Database['text']>

/** A project's whole document in six queries. */
export async function readDocument(db: Reader, project: ProjectId): Promise<DocumentState> {
  // Requirements first: outside of a transaction, a section without them is better than they without their section.
  const requirements = await readRequirements(db, project)
  return { requirements, sections: await readSections(db, project) }
}

/** The sections of a project, or those of `only`. */
export async function readSections(
  db: Reader,
  project: ProjectId,
  only: readonly SectionId[] | null = null,
): Promise<SectionState[]> {
  const rows = await db
    .selectFrom('section')
    .innerJoin('text', 'text.id', 'section.text_id')
    .select([
      'section.id',
      'parent_id',
      'order_key',
      'text_id',
      'withdrawn_at',
      'head_seq',
      'head_hash',
      'content',
    ])
    .where('section.project_id', '=', project)
    .$if(only !== null, (query) => query.where('section.id', 'in', only ?? []))
    .execute()
  return rows.map((row) => ({
    id: row.id,
    parent: row.parent_id,
    order: row.order_key,
    text: textOf(row),
    withdrawnAt: row.withdrawn_at,
  }))
}

/** The requirements of a project, or those of `only`, with parameters, positions and threads. */
export async function readRequirements(
  db: Reader,
  project: ProjectId,
  only: readonly RequirementId[] | null = null,
): Promise<RequirementState[]> {
  const rows = await db
    .selectFrom('requirement')
    .innerJoin('text', 'text.id', 'requirement.text_id')
    .select([
      'requirement.id',
      'number',
      'section_id',
      'parent_id',
      'order_key',
      'text_id',
      'head_seq',
      'head_hash',
      'content',
      'fields',
      'guidance',
      'origin',
      'withdrawn_at',
    ])
    .where('requirement.project_id', '=', project)
    .$if(only !== null, (query) => query.where('requirement.id', 'in', only ?? []))
    .execute()
  const parameters = await readParameters(db, project, only)
  const positions = await readPositions(db, project, only)
  const threads = await readTallies(db, project, only)
  return rows.map((row) => {
    const unprinted = {
      id: row.id,
      text: textOf(row),
      fields: JSON.parse(row.fields) as Fields,
      parameters: parameters.get(row.id) ?? [],
    }
    return {
      ...unprinted,
      number: row.number,
      section: row.section_id,
      parent: row.parent_id,
      order: row.order_key,
      hasGuidance: row.guidance !== '[]',
      sourceId: row.origin === null ? null : (JSON.parse(row.origin) as Origin).id,
      withdrawnAt: row.withdrawn_at,
      fingerprint: fingerprintOf(unprinted),
      positions: positions.get(row.id) ?? [],
      threads: threads.get(row.id) ?? [],
    }
  })
}

/** The explanations that came with a requirement. */
export async function readGuidance(db: Reader, requirement: RequirementId): Promise<Guidance[]> {
  const row = await db
    .selectFrom('requirement')
    .select('guidance')
    .where('id', '=', requirement)
    .executeTakeFirstOrThrow()
  return JSON.parse(row.guidance) as Guidance[]
}

function textOf(row: Pick<TextRow, 'head_seq' | 'head_hash' | 'content'> & { text_id: TextId }): TextState {
  return {
    id: row.text_id,
    seq: row.head_seq,
    hash: Buffer.from(row.head_hash).toString('hex'),
    content: JSON.parse(row.content) as TextContent,
  }
}

async function readParameters(
  db: Reader,
  project: ProjectId,
  only: readonly RequirementId[] | null,
): Promise<ReadonlyMap<RequirementId, ParameterView[]>> {
  const rows = await db
    .selectFrom('parameter')
    .select(['id', 'requirement_id', ...parameterColumns])
    .where('project_id', '=', project)
    .$if(only !== null, (query) => query.where('requirement_id', 'in', only ?? []))
    .orderBy('requirement_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return listsBy(
    rows,
    (row) => row.requirement_id,
    (row) => ({ id: row.id, ...fromParameterRow(row) }),
  )
}

async function readPositions(
  db: Reader,
  project: ProjectId,
  only: readonly RequirementId[] | null,
): Promise<ReadonlyMap<RequirementId, PositionRecord[]>> {
  const rows = await db
    .selectFrom('position')
    .innerJoin('requirement', 'requirement.id', 'position.requirement_id')
    .innerJoin('user', 'user.id', 'position.person_id')
    .select([
      'position.requirement_id',
      'position.party_id as party',
      'position.stance',
      'position.words',
      'position.fingerprint',
      'position.at',
      'user.name as by',
    ])
    .where('requirement.project_id', '=', project)
    .$if(only !== null, (query) => query.where('position.requirement_id', 'in', only ?? []))
    .execute()
  return listsBy(
    rows,
    (row) => row.requirement_id,
    ({ requirement_id, ...position }) => position,
  )
}

async function readTallies(
  db: Reader,
  project: ProjectId,
  only: readonly RequirementId[] | null,
): Promise<ReadonlyMap<RequirementId, ThreadTally[]>> {
  const rows = await db
    .selectFrom('thread')
    .innerJoin('thread_audience', 'thread_audience.thread_id', 'thread.id')
    .select(['thread.id', 'thread.requirement_id', 'thread.state', 'thread_audience.party_id'])
    .where('thread.project_id', '=', project)
    .$if(only !== null, (query) => query.where('thread.requirement_id', 'in', only ?? []))
    .execute()
  const threads = Map.groupBy(rows, (row) => row.id)
  return listsBy(
    [...threads.values()].flatMap((parties) => parties.slice(0, 1)),
    (row) => row.requirement_id,
    (row) => ({
      thread: row.id,
      state: row.state,
      audience: (threads.get(row.id) ?? []).map(({ party_id }) => party_id),
    }),
  )
}

function listsBy<Row, Key, Value>(
  rows: readonly Row[],
  key: (row: Row) => Key,
  value: (row: Row) => Value,
): ReadonlyMap<Key, Value[]> {
  const lists = new Map<Key, Value[]>()
  for (const row of rows) {
    const list = lists.get(key(row))
    if (list) list.push(value(row))
    else lists.set(key(row), [value(row)])
  }
  return lists
}
