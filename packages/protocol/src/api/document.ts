import {
  fieldsSchema,
  fingerprintSchema,
  guidanceSchema,
  idSchema,
  parameterFieldsSchema,
  stanceSchema,
  textContentSchema,
} from '@parley/model'
import { z } from 'zod'

/** A text and how far it has come: `seq` counts its committed updates. */
export const textSchema = z.object({
  id: idSchema<'text'>(),
  seq: z.int(),
  content: textContentSchema,
})
export type TextView = z.infer<typeof textSchema>

/** A node of the outline; `order` sorts siblings by plain string comparison. */
export const sectionSchema = z.object({
  id: idSchema<'section'>(),
  parent: idSchema<'section'>().nullable(),
  order: z.string(),
  text: textSchema,
  withdrawn: z.boolean(),
})
export type SectionView = z.infer<typeof sectionSchema>

export const parameterSchema = parameterFieldsSchema.extend({ id: idSchema<'parameter'>() })
export type ParameterView = z.infer<typeof parameterSchema>

/** A party's answer to a requirement; `outdated` where the content has changed since it was given. */
export const positionSchema = z.object({
  party: idSchema<'party'>(),
  stance: stanceSchema,
  words: z.string(),
  outdated: z.boolean(),
  by: z.string(),
  at: z.string(),
})
export type PositionView = z.infer<typeof positionSchema>

/** How many threads on a requirement the viewer can see. */
export const threadCountsSchema = z.object({ open: z.int(), resolved: z.int() })
export type ThreadCounts = z.infer<typeof threadCountsSchema>

export const requirementSchema = z.object({
  id: idSchema<'requirement'>(),
  /** Given once by the server, shown as "R-17", never reused. */
  number: z.int(),
  section: idSchema<'section'>(),
  parent: idSchema<'requirement'>().nullable(),
  order: z.string(),
  text: textSchema,
  fields: fieldsSchema,
  parameters: z.array(parameterSchema),
  /** Whether guidance came with it; read by `GET …/guidance`. */
  hasGuidance: z.boolean(),
  /** Id in the catalogue it came from, e.g. "AC-1"; `null` for none. */
  sourceId: z.string().nullable(),
  withdrawn: z.boolean(),
  /** Over text, fields and parameters; what a position binds. */
  fingerprint: fingerprintSchema,
  positions: z.array(positionSchema),
  threads: threadCountsSchema,
})
export type RequirementView = z.infer<typeof requirementSchema>

/** Why the texts of a document can't be written by the viewer; `null` where they can. */
export const readOnlyReasons = ['role', 'phase', 'party', 'withdrawn', 'observer'] as const
export const readOnlyReasonSchema = z.enum(readOnlyReasons)
export type ReadOnlyReason = z.infer<typeof readOnlyReasonSchema>

/** The whole document of a project as it stands. */
export const documentSchema = z.object({
  sections: z.array(sectionSchema),
  requirements: z.array(requirementSchema),
  readOnly: readOnlyReasonSchema.nullable(),
})
export type DocumentView = z.infer<typeof documentSchema>

export const guidanceListSchema = z.object({
  guidance: z.array(guidanceSchema),
  /** Title, version and licence of the source. */
  source: z.object({ title: z.string(), version: z.string(), licence: z.string() }).nullable(),
})
export type GuidanceList = z.infer<typeof guidanceListSchema>

const titleSchema = z.string().trim().max(500)

/** Where a new or moved thing goes: behind a sibling, or first where `after` is `null`. */
export const addSectionSchema = z.object({
  parent: idSchema<'section'>().nullable(),
  after: idSchema<'section'>().nullable(),
  title: titleSchema,
})
export type AddSection = z.infer<typeof addSectionSchema>

export const moveSectionSchema = addSectionSchema.omit({ title: true })
export type MoveSection = z.infer<typeof moveSectionSchema>

export const addRequirementSchema = z.object({
  section: idSchema<'section'>(),
  parent: idSchema<'requirement'>().nullable(),
  after: idSchema<'requirement'>().nullable(),
  title: titleSchema,
  /** Plain words of the statement, paragraphs separated by blank lines. */
  statement: z.string().max(50_000).optional(),
  fields: fieldsSchema.partial().optional(),
})
export type AddRequirement = z.infer<typeof addRequirementSchema>

export const moveRequirementSchema = addRequirementSchema.pick({ section: true, parent: true, after: true })
export type MoveRequirement = z.infer<typeof moveRequirementSchema>

/** Fields that are left out stay; `seen` is the fingerprint the writer saw, where it matters. */
export const changeRequirementSchema = z.object({
  fields: fieldsSchema.partial(),
  seen: fingerprintSchema.optional(),
})
export type ChangeRequirement = z.infer<typeof changeRequirementSchema>

export const withdrawSchema = z.object({ withdrawn: z.boolean() })
export type Withdraw = z.infer<typeof withdrawSchema>

/** A new parameter takes one value unless it says `many`. */
export const addParameterSchema = parameterFieldsSchema.extend({ many: z.boolean().default(false) })
export type AddParameter = z.infer<typeof addParameterSchema>

export const changeParameterSchema = parameterFieldsSchema.partial()
export type ChangeParameter = z.infer<typeof changeParameterSchema>

/** Replaces a text's title or whole content by one edit of the acting person; `seen` is the `seq` it is based on. */
export const writeTextSchema = z.object({
  title: titleSchema.optional(),
  content: textContentSchema.optional(),
  seen: z.int().optional(),
})
export type WriteText = z.infer<typeof writeTextSchema>
