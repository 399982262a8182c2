import { createHash } from 'node:crypto'
import type { TextId } from '@parley/model'
import * as encoding from 'lib0/encoding'
import type { Entry } from './journal.ts'

/** The hash before the first entry of every text: 32 zero bytes. */
export const genesis: Uint8Array = new Uint8Array(32)

/** First byte of what is hashed; a change of the layout below takes the next number. */
const layout = 1

/**
 * SHA-256 over everything an entry says and the hash before it, each part with its length, so that no two different
 * entries have the same bytes and none can be changed, left out or reordered unseen.
 */
export function entryHash(
  text: TextId,
  seq: number,
  at: string,
  entry: Pick<Entry, 'author' | 'update' | 'deleted' | 'clients'>,
  previous: Uint8Array,
): Uint8Array {
  const bytes = encoding.encode((encoder) => {
    encoding.writeUint8(encoder, layout)
    encoding.writeVarString(encoder, text)
    encoding.writeVarUint(encoder, seq)
    encoding.writeVarString(encoder, at)
    encoding.writeVarString(encoder, entry.author.type === 'person' ? entry.author.person : '')
    encoding.writeVarString(encoder, entry.author.type === 'person' ? entry.author.party : '')
    encoding.writeVarUint8Array(encoder, entry.update)
    encoding.writeVarUint8Array(encoder, entry.deleted)
    encoding.writeVarUint(encoder, entry.clients.length)
    for (const client of entry.clients) encoding.writeVarUint(encoder, client)
    encoding.writeVarUint8Array(encoder, previous)
  })
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}
