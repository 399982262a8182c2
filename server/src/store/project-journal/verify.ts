import type { ProjectId, TextId } from '@parley/model'
import { entryHash, genesis } from '@parley/rooms'
import { kindOf, runSql } from '../raw-query.ts'
import type { Reader } from '../store.ts'
import { journalStatements } from '../text-journal/statements.ts'
import { type EntryRow, entryOf } from '../text-journal/stored-rows.ts'
import { projectEntryHash, projectGenesis, type TextHead } from './project-journal.ts'

/** Whether a chain is whole, or the first `seq` at which it is not. */
export type Verdict =
  | { readonly type: 'whole'; readonly seq: number }
  | { readonly type: 'broken'; readonly seq: number }
  | { readonly type: 'absent' }

/** Rows read at once. */
const page = 500

/** Recomputes a text's chain from its first entry to its head. */
export async function verifyText(db: Reader, text: TextId): Promise<Verdict> {
  const head = await db
    .selectFrom('text')
    .select(['head_seq', 'head_hash'])
    .where('id', '=', text)
    .executeTakeFirst()
  if (head === undefined) return { type: 'absent' }
  const { entries } = journalStatements(kindOf(db))
  let seq = 0
  let previous = genesis
  while (seq < head.head_seq) {
    const rows = await runSql<EntryRow>(db, entries, [text, seq, Math.min(page, head.head_seq - seq)])
    if (rows.length === 0) return { type: 'broken', seq: seq + 1 }
    for (const entry of rows.map(entryOf)) {
      seq += 1
      const hash = entryHash(text, seq, entry.at, entry, previous)
      if (entry.seq !== seq || !same(entry.previous, previous) || !same(entry.hash, hash)) {
        return { type: 'broken', seq }
      }
      previous = hash
    }
  }
  return same(previous, head.head_hash) ? { type: 'whole', seq } : { type: 'broken', seq }
}

/** Recomputes a project's chain, and that every head of a text it anchors is that text's entry. */
export async function verifyJournal(db: Reader, project: ProjectId): Promise<Verdict> {
  const head = await db
    .selectFrom('project')
    .select(['head_seq', 'head_hash'])
    .where('id', '=', project)
    .executeTakeFirst()
  if (head === undefined) return { type: 'absent' }
  let seq = 0
  let previous = projectGenesis
  while (seq < head.head_seq) {
    const rows = await readPage(db, project, seq, Math.min(page, head.head_seq - seq))
    if (rows.length === 0) return { type: 'broken', seq: seq + 1 }
    for (const row of rows) {
      seq += 1
      const heads = row.heads === null ? undefined : (JSON.parse(row.heads) as TextHead[])
      const said = { ...row, project, person: row.person_id, party: row.party_id, heads }
      const hash = projectEntryHash({ ...said, entry: JSON.parse(row.entry) }, seq, previous)
      if (row.seq !== seq || row.previous_hash !== previous || row.hash !== hash)
        return { type: 'broken', seq }
      if (!(await areEntries(db, heads ?? []))) return { type: 'broken', seq }
      previous = hash
    }
  }
  return previous === head.head_hash ? { type: 'whole', seq } : { type: 'broken', seq }
}

const readPage = (db: Reader, project: ProjectId, after: number, limit: number) =>
  db
    .selectFrom('journal')
    .selectAll()
    .where('project_id', '=', project)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()

/** Whether each anchored head is the hash of that entry of its text. */
async function areEntries(db: Reader, heads: readonly TextHead[]): Promise<boolean> {
  for (const { text, seq, hash } of heads) {
    const row = await db
      .selectFrom('text_update')
      .select('hash')
      .where('text_id', '=', text)
      .where('seq', '=', seq)
      .executeTakeFirst()
    const stored = seq === 0 ? genesis : row?.hash
    if (stored === undefined || Buffer.from(stored).toString('hex') !== hash) return false
  }
  return true
}

const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0
