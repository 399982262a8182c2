import { messageTypes } from '@parley/protocol'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { encodeUpdate, type Struct } from '../encode-update.ts'

/** What an attacker sends in a text: frames of the y-websocket protocol, or text messages. */
export interface Bomb {
  readonly name: string
  /** The frames, made for the text as it is. */
  readonly frames: (doc: Y.Doc) => Iterable<Uint8Array | string>
}

/** The client id that bombs write under, which is nobody's. */
export const own = 4_000

/** A frame of the y-websocket protocol. */
export const frame = (type: number, write: (encoder: encoding.Encoder) => void): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type)
    write(encoder)
  })

/** A sync message: 0 asks for the state, 1 answers, 2 is an update. */
export const syncFrame = (kind: 0 | 1 | 2, bytes: Uint8Array): Uint8Array =>
  frame(messageTypes.sync, (encoder) => {
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, bytes)
  })

/** One frame with any bytes for an update. */
export const update = (name: string, bytes: (doc: Y.Doc) => Uint8Array): Bomb => ({
  name,
  frames: (doc) => [syncFrame(2, bytes(doc))],
})

/** Numbers as they stand in an update. */
export const numbers = (...values: readonly (number | readonly number[])[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const value of values.flat()) encoding.writeVarUint(encoder, value)
  })

/** An item of the attacker's at a clock, in the root unless another parent is named. */
export const item = (
  clock: number,
  content: Y.Item['content'],
  { parent = 'content', key = null }: { readonly parent?: string | Y.ID; readonly key?: string | null } = {},
): Y.Item =>
  // reason: a name or an id stands for a parent in an update, which the type leaves out
  new Y.Item(Y.createID(own, clock), null, null, null, null, parent as Y.ID, key, content)

/** A bomb of one update with these structs. */
export const structs = (name: string, make: () => readonly Struct[]): Bomb =>
  update(name, () => encodeUpdate(make()))
