import { idSchema } from '@parley/model'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod'
import { syncEventSchema } from './event.ts'
import { featureSchema } from './private-message.ts'

/** The version of `/sync`; a client that meets another one is told to load the page again. */
export const syncVersion = 1

/** Channels are numbered by the client; 0 is control. */
export const channelSchema = z.int().min(1).max(0xffff_ffff)

/** Messages of channel 0 from the client. */
export const clientControlSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('open'),
    channel: channelSchema,
    text: idSchema<'text'>(),
    features: z.array(featureSchema),
    /** The client id of the Y.Doc behind the channel, reserved for this person on joining. */
    client: z.int().min(0).max(0xffff_ffff).optional(),
    /** The version of the document schema the client has; an older one may only read. */
    schema: z.int().optional(),
  }),
  z.object({ type: z.literal('close'), channel: channelSchema }),
  z.object({ type: z.literal('watch'), project: idSchema<'project'>() }),
  z.object({ type: z.literal('unwatch') }),
])
export type ClientControl = z.infer<typeof clientControlSchema>

/** Messages of channel 0 from the server; `seq` counts the events of this connection from 1. */
export const serverControlSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), version: z.int() }),
  z.object({ type: z.literal('opened'), channel: channelSchema }),
  z.object({ type: z.literal('closed'), channel: channelSchema, code: z.int(), reason: z.string() }),
  z.object({ type: z.literal('watching'), project: idSchema<'project'>() }),
  /** The project is absent or not this person's. */
  z.object({ type: z.literal('not-watching'), project: idSchema<'project'>() }),
  z.object({ type: z.literal('event'), seq: z.int().min(1), event: syncEventSchema }),
])
export type ServerControl = z.infer<typeof serverControlSchema>

/** A frame of `/sync`: the channel, then the payload; channel 0 carries one JSON control message. */
export function encodeFrame(channel: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, channel)
    encoding.writeUint8Array(encoder, payload)
  })
}

const utf8 = new TextEncoder()

/** A control message as a frame of channel 0. */
export function encodeControl(message: ClientControl | ServerControl): Uint8Array {
  return encodeFrame(0, utf8.encode(JSON.stringify(message)))
}

/** The parts of a frame, or `null` where the bytes are not one. */
export function decodeFrame(
  frame: Uint8Array,
): { readonly channel: number; readonly payload: Uint8Array } | null {
  try {
    const decoder = decoding.createDecoder(frame)
    const channel = decoding.readVarUint(decoder)
    return { channel, payload: frame.subarray(decoder.pos) }
  } catch {
    return null
  }
}

/** The control message in a payload of channel 0, or `null` where it is not one that `schema` knows. */
export function decodeControl<Message>(schema: z.ZodType<Message>, payload: Uint8Array): Message | null {
  try {
    const parsed = schema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
