import { messageTypes } from '@parley/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as sync from 'y-protocols/sync'

/** A frame of a channel as the server reads it (y-protocols/PROTOCOL.md). */
export type ClientFrame =
  | { readonly type: 'step1'; readonly stateVector: Uint8Array }
  | { readonly type: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly states: Uint8Array }
  | { readonly type: 'query-awareness' }
  | { readonly type: 'unknown' }
  | { readonly type: 'bad' }

/** Reads a frame; `unknown` for types of no version, `bad` for bytes that are no frame. */
export function readFrame(bytes: Uint8Array): ClientFrame {
  try {
    const decoder = decoding.createDecoder(bytes)
    switch (decoding.readVarUint(decoder)) {
      case messageTypes.sync:
        return readSync(decoder)
      case messageTypes.awareness:
        return { type: 'awareness', states: decoding.readVarUint8Array(decoder) }
      case messageTypes.queryAwareness:
        return { type: 'query-awareness' }
      default:
        return { type: 'unknown' }
    }
  } catch {
    return { type: 'bad' }
  }
}

function readSync(decoder: decoding.Decoder): ClientFrame {
  const type = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  switch (type) {
    case sync.messageYjsSyncStep1:
      return { type: 'step1', stateVector: bytes }
    case sync.messageYjsSyncStep2:
      return { type: 'step2', update: bytes }
    case sync.messageYjsUpdate:
      return { type: 'update', update: bytes }
    default:
      return { type: 'bad' }
  }
}

const syncFrame = (type: number) => (bytes: Uint8Array) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.sync)
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint8Array(encoder, bytes)
  })

/** Asks a session for what the server lacks. */
export const step1Frame = syncFrame(sync.messageYjsSyncStep1)
/** Answers a session's step 1 with what it lacks. */
export const step2Frame = syncFrame(sync.messageYjsSyncStep2)
export const updateFrame = syncFrame(sync.messageYjsUpdate)

/** Presence in the encoding of y-protocols/awareness.js. */
export function awarenessFrame(states: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.awareness)
    encoding.writeVarUint8Array(encoder, states)
  })
}

/** An awareness message about nobody: keeps a stock provider, which drops a silent connection after 30 s. */
export const keepAliveFrame: Uint8Array = awarenessFrame(Uint8Array.of(0))
