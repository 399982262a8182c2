import { createHash } from 'node:crypto'
import type { PartyId, PersonId, ProjectId } from '@parley/model'
import * as encoding from 'lib0/encoding'
import type { Tx } from '../store/index.ts'

/** What is appended to a project's journal. */
export interface JournalEntry {
  readonly project: ProjectId
  readonly at: string
  readonly person: PersonId
  readonly party: PartyId
  readonly command: string
  readonly entry: unknown
  /** Whether the heads of the project's texts are kept with it. */
  readonly anchors: boolean
}

/** First byte of what is hashed; a change of the layout below takes the next number. */
const layout = 1

/** Appends to the project's hash chain; the caller holds the lock on the project's row. */
export async function appendToJournal(tx: Tx, entry: JournalEntry): Promise<void> {
  const head = await tx
    .selectFrom('project')
    .select(['head_seq', 'head_hash'])
    .where('id', '=', entry.project)
    .executeTakeFirstOrThrow()
  const seq = head.head_seq + 1
  const heads = entry.anchors ? JSON.stringify(await textHeads(tx, entry.project)) : null
  const row = {
    project_id: entry.project,
    seq,
    at: entry.at,
    person_id: entry.person,
    party_id: entry.party,
    command: entry.command,
    entry: JSON.stringify(entry.entry ?? null),
    heads,
    previous_hash: head.head_hash,
  }
  const hash = hashOf(row)
  await tx
    .insertInto('journal')
    .values({ ...row, hash })
    .execute()
  await tx
    .updateTable('project')
    .set({ head_seq: seq, head_hash: hash })
    .where('id', '=', entry.project)
    .execute()
}

/** SHA-256 over every part of an entry, each with its length, and the hash before it; hexadecimal. */
export function hashOf(row: {
  readonly project_id: string
  readonly seq: number
  readonly at: string
  readonly person_id: string
  readonly party_id: string
  readonly command: string
  readonly entry: string
  readonly heads: string | null
  readonly previous_hash: string
}): string {
  const bytes = encoding.encode((encoder) => {
    encoding.writeUint8(encoder, layout)
    encoding.writeVarString(encoder, row.project_id)
    encoding.writeVarUint(encoder, row.seq)
    for (const part of [row.at, row.person_id, row.party_id, row.command, row.entry, row.heads ?? '']) {
      encoding.writeVarString(encoder, part)
    }
    encoding.writeVarString(encoder, row.previous_hash)
  })
  return createHash('sha256').update(bytes).digest('hex')
}

async function textHeads(tx: Tx, project: ProjectId) {
  const texts = await tx
    .selectFrom('text')
    .select(['id', 'head_seq', 'head_hash'])
    .where('project_id', '=', project)
    .orderBy('id')
    .execute()
  return texts.map((text) => [text.id, text.head_seq, Buffer.from(text.head_hash).toString('hex')])
}
