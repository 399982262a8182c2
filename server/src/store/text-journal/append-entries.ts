import { plainText, titleOf } from '@parley/document'
import type { PartyId, PersonId, TextContent, TextId } from '@parley/model'
import type { Entry, Head, StoredEntry } from '@parley/rooms'
import { changeRows, type Value } from '../raw-query.ts'
import type { Tx } from '../store.ts'
import { StoreError } from '../store-error.ts'
import { type JournalStatements, rowsAtOnce } from './statements.ts'
import { chain, entryValues } from './stored-rows.ts'

/** Writes entries, bindings of client ids and the new content; the caller holds the text's head row. */
export async function appendEntries(
  tx: Tx,
  statements: JournalStatements,
  change: {
    readonly text: TextId
    readonly head: Head
    readonly at: string
    readonly entries: readonly Entry[]
    readonly content: TextContent
  },
): Promise<Head> {
  const { text, content } = change
  const stored = chain(text, change.head, change.at, change.entries)
  const last = stored.at(-1)
  if (last === undefined) throw new Error('expected at least one entry to append, got none')
  for (const rows of parts(stored)) {
    await changeRows(
      tx,
      statements.insertEntries(rows.length),
      rows.flatMap((entry) => entryValues(text, entry)),
    )
  }
  await bindClients(tx, statements, text, stored)
  await changeRows(tx, statements.updateText, [
    text,
    JSON.stringify(content),
    titleOf(content),
    plainText(content),
    last.seq,
    last.hash,
  ])
  return { seq: last.seq, hash: last.hash }
}

/** Refuses all where one of the ids is somebody else's. */
async function bindClients(
  tx: Tx,
  statements: JournalStatements,
  text: TextId,
  entries: readonly StoredEntry[],
): Promise<void> {
  const owners = new Map<number, { readonly person: PersonId; readonly party: PartyId }>()
  for (const { author, clients } of entries) {
    if (author.type === 'system') continue
    for (const client of clients) {
      if ((owners.get(client) ?? author).person !== author.person) throw taken(client)
      owners.set(client, author)
    }
  }
  for (const rows of parts([...owners])) {
    const values = rows.flatMap(([client, { person, party }]): Value[] => [text, client, person, party])
    const bound = await changeRows(tx, statements.bindClients(rows.length), values)
    if (bound !== rows.length) throw taken(rows.map(([client]) => client).join(', '))
  }
}

const taken = (clients: number | string) =>
  new StoreError('refused', new Error(`one of the client ids ${clients} belongs to somebody else`))

function* parts<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += rowsAtOnce) yield items.slice(at, at + rowsAtOnce)
}
