import {
  functionSchema,
  idSchema,
  partyKindSchema,
  personIdSchema,
  roleSchema,
  textContentSchema,
} from '@parley/model'
import { z } from 'zod'
import { projectEventSchema } from '../api/event.ts'

/** A text's content after `seq`, with where the words of the viewer's threads stand in it (`null`: gone). */
export const textEventSchema = z.object({
  type: z.literal('text'),
  text: idSchema<'text'>(),
  seq: z.int().min(0),
  content: textContentSchema,
  anchors: z.array(
    z.object({
      thread: idSchema<'thread'>(),
      range: z.object({ from: z.int(), to: z.int() }).nullable(),
    }),
  ),
})
export type TextEvent = z.infer<typeof textEventSchema>

/** A person who watches the project now; `text` is the text they write in, `null` while they only read. */
export const presentPersonSchema = z.object({
  person: personIdSchema,
  name: z.string(),
  party: idSchema<'party'>(),
  partyKind: partyKindSchema,
  role: roleSchema,
  function: functionSchema,
  text: idSchema<'text'>().nullable(),
})
export type PresentPerson = z.infer<typeof presentPersonSchema>

/** Everybody the viewer may see in the project, the viewer included. */
export const presenceEventSchema = z.object({
  type: z.literal('presence'),
  people: z.array(presentPersonSchema),
})
export type PresenceEvent = z.infer<typeof presenceEventSchema>

/** Whatever a connection that watches a project is told. */
export const syncEventSchema = z.union([textEventSchema, presenceEventSchema, projectEventSchema])
export type SyncEvent = z.infer<typeof syncEventSchema>
