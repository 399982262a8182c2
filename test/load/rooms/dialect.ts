import { decodeControl, decodePrivate, messageTypes, serverControlSchema } from '@parley/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as sync from 'y-protocols/sync'

/** How a server's frames differ from plain y-websocket. */
export type Dialect = 'y-websocket' | 'hocuspocus' | 'relay'

/** What a frame says, so far as a load generator cares. */
export type Heard =
  | { readonly type: 'step1'; readonly stateVector: Uint8Array }
  | { readonly type: 'step2' | 'update'; readonly update: Uint8Array }
  /** So many update frames are acknowledged in all (Parley), or one more (Hocuspocus). */
  | { readonly type: 'acknowledged'; readonly frames: number | 'one' }
  | { readonly type: 'refused'; readonly why: string }
  | { readonly type: 'other' }

const other: Heard = { type: 'other' }

/** Hocuspocus: the message types beyond y-websocket's. */
const hocuspocusTypes = { auth: 2, syncReply: 4, status: 8 } as const

/** A sync message as a payload of a text's channel. */
const syncPayload = (type: number, bytes: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.sync)
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint8Array(encoder, bytes)
  })

export const step1 = (stateVector: Uint8Array): Uint8Array =>
  syncPayload(sync.messageYjsSyncStep1, stateVector)
export const step2 = (update: Uint8Array): Uint8Array => syncPayload(sync.messageYjsSyncStep2, update)
export const updatePayload = (update: Uint8Array): Uint8Array => syncPayload(sync.messageYjsUpdate, update)

/** A payload as the server wants it: Hocuspocus has the document's name before each. */
export function addressed(dialect: Dialect, text: string, payload: Uint8Array): Uint8Array {
  if (dialect !== 'hocuspocus') return payload
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, text)
    encoding.writeUint8Array(encoder, payload)
  })
}

/** What Hocuspocus must be told before anything else. */
export const hocuspocusToken = (text: string): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarString(encoder, text)
    encoding.writeVarUint(encoder, hocuspocusTypes.auth)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, 'token')
  })

/** The document's name before a frame of Hocuspocus, and what follows. */
export function readAddress(frame: Uint8Array): { readonly text: string; readonly payload: Uint8Array } {
  const decoder = decoding.createDecoder(frame)
  const text = decoding.readVarString(decoder)
  return { text, payload: frame.subarray(decoder.pos) }
}

/** Reads a payload of one text's channel. */
export function hear(dialect: Dialect, payload: Uint8Array): Heard {
  const decoder = decoding.createDecoder(payload)
  const type = decoding.readVarUint(decoder)
  if (type === messageTypes.sync || (dialect === 'hocuspocus' && type === hocuspocusTypes.syncReply)) {
    const kind = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (kind === sync.messageYjsSyncStep1) return { type: 'step1', stateVector: bytes }
    return { type: kind === sync.messageYjsSyncStep2 ? 'step2' : 'update', update: bytes }
  }
  if (dialect === 'hocuspocus')
    return type === hocuspocusTypes.status ? { type: 'acknowledged', frames: 'one' } : other
  const told = decodePrivate(payload)
  if (told?.type === 'committed') return { type: 'acknowledged', frames: told.frames }
  if (told?.type === 'rejected') return { type: 'refused', why: told.code }
  return other
}

/** A control message of Parley's `/sync`. */
export const readControl = (payload: Uint8Array) => decodeControl(serverControlSchema, payload)
