import { fieldsSchema, fingerprintSchema, stanceSchema, textContentSchema } from '@parley/model'
import { z } from 'zod'
import { parameterSchema } from './document.ts'

/** Says where the lead's party stands; `fingerprint` is that of the content seen, a mismatch is answered with 409. */
export const setPositionSchema = z.object({
  stance: stanceSchema,
  words: z.string().trim().max(10_000),
  fingerprint: fingerprintSchema,
})
export type SetPosition = z.infer<typeof setPositionSchema>

/** The content a position was given on, to see what has changed since. */
export const positionBasisSchema = z.object({
  content: textContentSchema,
  fields: fieldsSchema,
  parameters: z.array(parameterSchema),
  at: z.string(),
})
export type PositionBasis = z.infer<typeof positionBasisSchema>
