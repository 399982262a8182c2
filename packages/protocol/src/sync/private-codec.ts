import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import {
  type Feature,
  features,
  messageTypes,
  type PrivateMessage,
  privateMessageSchemas,
} from './private-message.ts'

/** A private message as a payload of its channel. */
export function encodePrivate(message: PrivateMessage): Uint8Array {
  const { type, ...body } = message
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes[type])
    encoding.writeVarString(encoder, JSON.stringify(body))
  })
}

/** The private message in a payload; `null` for messages of the y-websocket protocol and for what is not one. */
export function decodePrivate(payload: Uint8Array): PrivateMessage | null {
  try {
    const decoder = decoding.createDecoder(payload)
    const number = decoding.readVarUint(decoder)
    const type = features.find((each) => messageTypes[each] === number)
    return type === undefined ? null : parse(type, decoding.readVarString(decoder))
  } catch {
    return null
  }
}

function parse(type: Feature, json: string): PrivateMessage | null {
  const parsed = privateMessageSchemas[type].safeParse(JSON.parse(json))
  return parsed.success ? ({ type, ...parsed.data } as PrivateMessage) : null
}
