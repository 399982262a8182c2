import {
  addresseeSchema,
  areaSchema,
  fillerSchema,
  levelSchema,
  parameterKindSchema,
  strengthSchema,
} from '@parley/model'
import { z } from 'zod'

const wordsSchema = z.strictObject({ de: z.string().min(1), en: z.string().min(1) })

const parameterSchema = z.strictObject({
  id: z.string().min(1),
  label: wordsSchema,
  kind: parameterKindSchema,
  unit: wordsSchema.optional(),
  choices: z.array(wordsSchema).optional(),
  filler: fillerSchema,
})

const requirementSchema = z.strictObject({
  id: z.string().min(1),
  title: wordsSchema,
  /** `{{id}}` is the place of a parameter. */
  statement: wordsSchema,
  strength: strengthSchema,
  addressee: addresseeSchema,
  area: areaSchema,
  level: levelSchema,
  parameters: z.array(parameterSchema),
  verification: wordsSchema,
  source: z.array(z.string().min(1)),
})

/** The starter template: everything in both languages, nothing else. */
export const templateSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  title: wordsSchema,
  note: wordsSchema,
  words: z.strictObject({
    strength: z.record(strengthSchema, wordsSchema),
    addressee: z.record(addresseeSchema, wordsSchema),
    area: z.record(areaSchema, wordsSchema),
    level: z.record(levelSchema, wordsSchema),
  }),
  sections: z.array(
    z.strictObject({
      id: z.string().min(1),
      title: wordsSchema,
      intro: wordsSchema,
      requirements: z.array(requirementSchema),
    }),
  ),
})

export type Template = z.infer<typeof templateSchema>
