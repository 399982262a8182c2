import type { PersonId } from '@parley/model'
import type { RejectionCode } from '@parley/protocol'
import * as Y from 'yjs'
import type { Scan } from './scan.ts'

/** To whom the Yjs client ids of a text belong: what the journal holds, and what this room has reserved since. */
export interface Owners {
  ownerOf(client: number): PersonId | null
  /** How many ids more this person may bring in. */
  roomFor(person: PersonId): number
}

/** Whose update it is, and the client id that the session announced, if it did. */
export interface Writer {
  readonly person: PersonId
  readonly announced: number | null
  /** Whether its schema is older than ours: an editor with it deletes what it does not know. */
  readonly isOutdated: boolean
}

/** How an update stands to the document before it is applied. */
export type Standing =
  | { readonly type: 'known' }
  | { readonly type: 'news'; readonly clients: readonly number[] }
  | { readonly type: 'refused'; readonly code: RejectionCode }

/**
 * Gate step 4, from bytes and store alone: everything the update builds on or deletes is known, and every client id
 * that advances belongs to `person` or is new; a session that announced its id brings no other new one, since that
 * could only be the words of somebody whom a restored server has forgotten. `known` where the document has it all already: a stock client's step 2
 * carries its whole delete set, so deletions that happened before count for nothing.
 */
export function standingOf(scan: Scan, doc: Y.Doc, owners: Owners, writer: Writer): Standing {
  const { store } = doc
  const { person } = writer
  const ends = new Map<number, number>()
  const fresh: number[] = []
  for (const { client, start, end } of scan.inserts) {
    const known = Y.getState(store, client)
    ends.set(client, Math.max(known, end))
    if (end <= known) continue
    if (start > known) return { type: 'refused', code: 'unknown-dependency' }
    const owner = owners.ownerOf(client)
    const isNew = known === 0 && (owner === null || owner === person)
    if (isNew && writer.announced !== null && writer.announced !== client)
      return { type: 'refused', code: 'client-id-taken' }
    if (!isNew && owner !== person) return { type: 'refused', code: 'client-id-taken' }
    if (isNew) fresh.push(client)
  }
  const endOf = (client: number) => ends.get(client) ?? Y.getState(store, client)
  for (const [client, clock] of scan.needs)
    if (clock >= endOf(client)) return { type: 'refused', code: 'unknown-dependency' }
  for (const { client, end } of scan.deletes)
    if (end > endOf(client)) return { type: 'refused', code: 'unknown-dependency' }
  if (fresh.length > owners.roomFor(person)) return { type: 'refused', code: 'too-large' }
  const isNews =
    scan.inserts.some(({ client, end }) => end > Y.getState(store, client)) ||
    scan.deletes.some((range) => !isDeleted(store, range))
  if (!isNews) return { type: 'known' }
  return writer.isOutdated ? { type: 'refused', code: 'outdated-schema' } : { type: 'news', clients: fresh }
}

/** How many of the ranges that an update deletes hold something that is not deleted already. */
export const newDeletions = ({ deletes }: Scan, { store }: Y.Doc): number =>
  deletes.filter((range) => !isDeleted(store, range)).length

/** Whether every character of a range that the store has is deleted already. */
function isDeleted(store: Y.Doc['store'], range: { client: number; start: number; end: number }): boolean {
  const structs = store.clients.get(range.client)
  // reason: what the update itself brings in is not there yet
  if (structs === undefined || range.start >= Y.getState(store, range.client)) return false
  for (let at = Y.findIndexSS(structs, range.start); at < structs.length; at++) {
    const struct = structs[at]
    if (struct === undefined || struct.id.clock >= range.end) return true
    if (!struct.deleted) return false
  }
  return true
}
