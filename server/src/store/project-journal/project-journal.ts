import { createHash } from 'node:crypto'
import { canonicalJson } from '@parley/document'
import type { PartyId, PersonId, ProjectId, TextId } from '@parley/model'
import { forKind, kindOf, runSql } from '../raw-query.ts'
import type { Reader, Tx } from '../store.ts'

/** The hash before the first entry of every project: 64 zeros, as `head_hash` of a new project. */
export const projectGenesis = '0'.repeat(64)

/** `layout` of what is hashed; a change of its members takes the next number. */
const layout = 1

/** The head of a text's chain; the hash is hexadecimal. */
export interface TextHead {
  readonly text: TextId
  readonly seq: number
  readonly hash: string
}

/** One command as the project's journal keeps it. */
export interface ProjectEntry {
  readonly project: ProjectId
  readonly person: PersonId
  readonly party: PartyId
  readonly command: string
  /** What the command did, as JSON. */
  readonly entry: unknown
  /** ISO 8601, UTC. */
  readonly at: string
  /** Where the texts stood, at every acceptance, snapshot and phase change. */
  readonly heads?: readonly TextHead[] | undefined
}

/**
 * Takes the project for this transaction alone: no command and no append of its texts runs beside it, so what is read
 * afterwards stays true. To be called before any other row of the project is changed. False where there is none.
 */
export async function lockProject(tx: Tx, project: ProjectId): Promise<boolean> {
  const sql = forKind(kindOf(tx), 'select id from project where id = $1 for update')
  return (await runSql(tx, sql, [project])).length > 0
}

/** The heads of all texts of a project, by id. */
export async function readHeads(db: Reader, project: ProjectId): Promise<TextHead[]> {
  const rows = await db
    .selectFrom('text')
    .select(['id', 'head_seq', 'head_hash'])
    .where('project_id', '=', project)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    text: row.id,
    seq: row.head_seq,
    hash: Buffer.from(row.head_hash).toString('hex'),
  }))
}

/** Appends one entry to the project's hash chain, under the lock of its row. */
export async function appendJournal(tx: Tx, entry: ProjectEntry): Promise<{ seq: number; hash: string }> {
  await lockProject(tx, entry.project)
  const head = await tx
    .selectFrom('project')
    .select(['head_seq', 'head_hash'])
    .where('id', '=', entry.project)
    .executeTakeFirstOrThrow()
  const seq = head.head_seq + 1
  const hash = projectEntryHash(entry, seq, head.head_hash)
  await tx
    .insertInto('journal')
    .values({
      project_id: entry.project,
      seq,
      at: entry.at,
      person_id: entry.person,
      party_id: entry.party,
      command: entry.command,
      entry: canonicalJson(entry.entry),
      heads: entry.heads === undefined ? null : canonicalJson(entry.heads),
      previous_hash: head.head_hash,
      hash,
    })
    .execute()
  await tx
    .updateTable('project')
    .set({ head_seq: seq, head_hash: hash })
    .where('id', '=', entry.project)
    .execute()
  return { seq, hash }
}

/** SHA-256, hexadecimal, over the canonical JSON of all that an entry says and the hash before it. */
export function projectEntryHash(entry: ProjectEntry, seq: number, previous: string): string {
  const { project, person, party, command, at } = entry
  const heads = entry.heads ?? null
  const said = { layout, project, seq, at, person, party, command, entry: entry.entry, heads, previous }
  return createHash('sha256').update(canonicalJson(said)).digest('hex')
}
