import { plainText, seedUpdate, titleOf } from '@parley/document'
import type { PartyId, PersonId, ProjectId, TextContent, TextId, TextKind } from '@parley/model'
import { type Entry, genesis } from '@parley/rooms'
import { changeRows, forKind, kindOf, placeholders, type Value } from '../raw-query.ts'
import type { Tx } from '../store.ts'
import { journalStatements, rowsAtOnce } from './statements.ts'
import { chain, entryValues } from './stored-rows.ts'

/** A text that does not exist yet. */
export interface NewText {
  readonly id: TextId
  readonly project: ProjectId
  readonly kind: TextKind
  /** Without a problem (`contentProblem`). */
  readonly content: TextContent
  /** Who makes or imports it: the author of all its words from then on. */
  readonly author: { readonly person: PersonId; readonly party: PartyId }
  /** ISO 8601, UTC. */
  readonly at: string
}

/** The rows of a new text. */
export interface PreparedText {
  readonly text: readonly Value[]
  readonly entry: readonly Value[]
  readonly client: readonly Value[]
}

/**
 * Makes the one seed that the text will ever have (its entry 1) and all its rows. Takes a fraction of a millisecond
 * a text, so imports prepare before their transaction begins. The seed's Yjs client id is fresh and bound to the author.
 */
export function prepareText({ id, project, kind, content, author, at }: NewText): PreparedText {
  const client = randomClient()
  const seed: Entry = {
    author: { type: 'person', ...author },
    update: seedUpdate(content, client),
    deleted: new Uint8Array(),
    clients: [client],
  }
  const [entry] = chain(id, { seq: 0, hash: genesis }, at, [seed])
  if (entry === undefined) throw new Error('expected one entry for one seed, got none')
  return {
    text: [
      id,
      project,
      kind,
      JSON.stringify(content),
      titleOf(content),
      plainText(content),
      entry.seq,
      entry.hash,
    ],
    entry: entryValues(id, entry),
    client: [id, client, author.person, author.party],
  }
}

/** Writes prepared texts with their seeds. */
export async function insertTexts(tx: Tx, texts: readonly PreparedText[]): Promise<void> {
  const kind = kindOf(tx)
  const statements = journalStatements(kind)
  for (let at = 0; at < texts.length; at += rowsAtOnce) {
    const rows = texts.slice(at, at + rowsAtOnce)
    const insert = `insert into text (id, project_id, kind, content, title, plain, head_seq, head_hash) values
      ${placeholders(rows.length, 8)}`
    await changeRows(
      tx,
      forKind(kind, insert),
      rows.flatMap((row) => row.text),
    )
    await changeRows(
      tx,
      statements.insertEntries(rows.length),
      rows.flatMap((row) => row.entry),
    )
    await changeRows(
      tx,
      statements.bindClients(rows.length),
      rows.flatMap((row) => row.client),
    )
  }
}

/** Prepares and writes one text. */
export const createText = (tx: Tx, text: NewText): Promise<void> => insertTexts(tx, [prepareText(text)])

/** As Yjs makes them: 32 bits. */
function randomClient(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
}
