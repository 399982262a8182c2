import { z } from 'zod'
import { readOnlyReasons } from '../api/document.ts'
import { rejectionCodeSchema } from './rejection.ts'

/** What a session may announce that it understands; each is a private message it will then be sent. */
export const features = ['committed', 'rejected', 'policy', 'saving'] as const
export const featureSchema = z.enum(features)
export type Feature = z.infer<typeof featureSchema>

/** Why a session may not write: a reason of the document's, or that the client's schema is older than the server's. */
const policyReasons = [...readOnlyReasons, 'outdated'] as const
export type PolicyReason = (typeof policyReasons)[number]

/** Message types of the y-websocket protocol, and the private ones from 100 on. */
export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  committed: 100,
  rejected: 101,
  policy: 102,
  saving: 103,
} as const

/**
 * Private messages of a channel, each a JSON string after its type. `committed.frames` counts the update frames of
 * this channel, step 2 included, that are durable. After `rejected` the server drops the channel's updates: the client
 * starts again from the server's state. `saving` tells whether the store takes what is written.
 */
export const privateMessageSchemas = {
  committed: z.object({ frames: z.int().min(0) }),
  rejected: z.object({ code: rejectionCodeSchema }),
  policy: z.discriminatedUnion('writable', [
    z.object({ writable: z.literal(true) }),
    z.object({ writable: z.literal(false), reason: z.enum(policyReasons) }),
  ]),
  saving: z.object({ saving: z.boolean() }),
} as const satisfies Record<Feature, z.ZodType>

/** One private message. */
export type PrivateMessage = {
  readonly [Type in Feature]: { readonly type: Type } & Readonly<
    z.infer<(typeof privateMessageSchemas)[Type]>
  >
}[Feature]
