import type { PartyId, PersonId, TextId } from '@parley/model'
import { type Author, type Entry, entryHash, type Head, type StoredEntry } from '@parley/rooms'
import type { Value } from '../raw-query.ts'

/** A row of text_update without its text. */
export interface EntryRow {
  readonly seq: number
  readonly at: string
  readonly person_id: PersonId | null
  readonly party_id: PartyId | null
  readonly update: Uint8Array
  readonly deleted: Uint8Array
  readonly clients: string
  readonly previous_hash: Uint8Array
  readonly hash: Uint8Array
}

export function entryOf(row: EntryRow): StoredEntry {
  return {
    seq: row.seq,
    at: row.at,
    author: authorOf(row),
    update: row.update,
    deleted: row.deleted,
    clients: JSON.parse(row.clients) as number[],
    previous: row.previous_hash,
    hash: row.hash,
  }
}

function authorOf({ person_id, party_id }: EntryRow): Author {
  if (person_id === null || party_id === null) return { type: 'system' }
  return { type: 'person', person: person_id, party: party_id }
}

/** The entries as they follow the head, each linked to the one before. */
export function chain(text: TextId, head: Head, at: string, entries: readonly Entry[]): StoredEntry[] {
  let { seq, hash: previous } = head
  return entries.map((entry) => {
    seq += 1
    const hash = entryHash(text, seq, at, entry, previous)
    const stored = { ...entry, seq, at, previous, hash }
    previous = hash
    return stored
  })
}

/** The values of a row of text_update, in the order of its insert. */
export function entryValues(text: TextId, entry: StoredEntry): Value[] {
  const { author } = entry
  return [
    text,
    entry.seq,
    entry.at,
    author.type === 'person' ? author.person : null,
    author.type === 'person' ? author.party : null,
    entry.update,
    entry.deleted,
    JSON.stringify(entry.clients),
    entry.previous,
    entry.hash,
  ]
}
