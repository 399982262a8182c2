import { messageTypes } from '@parley/protocol'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { awarenessFrame } from '../frame.ts'

/** An update frame around any bytes. */
export const updateFrameOf = (update: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.sync)
    encoding.writeVarUint(encoder, 2)
    encoding.writeVarUint8Array(encoder, update)
  })

/** The update that `change` makes in a copy of `doc`, written under any client id. */
export function forgedUpdate(doc: Y.Doc, client: number, change: (copy: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = client
  const before = Y.encodeStateVector(copy)
  change(copy)
  return Y.encodeStateAsUpdate(copy, before)
}

/** An awareness frame that says anything of anybody. */
export const presenceClaim = (
  ...states: readonly (readonly [client: number, clock: number, state: string])[]
): Uint8Array =>
  awarenessFrame(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, states.length)
      for (const [client, clock, state] of states) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarString(encoder, state)
      }
    }),
  )
