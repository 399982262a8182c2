import {
  fieldsSchema,
  fingerprintSchema,
  functionSchema,
  idSchema,
  languageSchema,
  partyKindSchema,
  phaseSchema,
  roleSchema,
  snapshotKindSchema,
  textContentSchema,
} from '@parley/model'
import { z } from 'zod'
import { parameterSchema, positionSchema, threadCountsSchema } from './document.ts'

export const snapshotSummarySchema = z.object({
  id: idSchema<'snapshot'>(),
  number: z.int(),
  name: z.string(),
  note: z.string(),
  kind: snapshotKindSchema,
  by: z.string(),
  party: idSchema<'party'>().nullable(),
  at: z.string(),
  requirements: z.int(),
  fingerprint: fingerprintSchema,
})
export type SnapshotSummary = z.infer<typeof snapshotSummarySchema>

export const snapshotsSchema = z.object({ snapshots: z.array(snapshotSummarySchema) })
export type Snapshots = z.infer<typeof snapshotsSchema>

/** Takes a snapshot; `agreed` asks for an agreed version and is refused, naming the requirements, where it is not one. */
export const takeSnapshotSchema = z.object({
  name: z.string().trim().min(1).max(200),
  note: z.string().trim().max(5_000),
  kind: z.enum(['working', 'agreed']),
})
export type TakeSnapshot = z.infer<typeof takeSnapshotSchema>

/** A version of the project: `now`, or a snapshot's number. */
export const versionSchema = z.union([z.literal('now'), z.string().regex(/^[1-9]\d{0,8}$/)])
export type Version = z.infer<typeof versionSchema>

export const versionSectionSchema = z.object({
  id: idSchema<'section'>(),
  parent: idSchema<'section'>().nullable(),
  order: z.string(),
  content: textContentSchema,
  withdrawn: z.boolean(),
})
export type VersionSection = z.infer<typeof versionSectionSchema>

export const versionRequirementSchema = z.object({
  id: idSchema<'requirement'>(),
  number: z.int(),
  section: idSchema<'section'>(),
  parent: idSchema<'requirement'>().nullable(),
  order: z.string(),
  content: textContentSchema,
  fields: fieldsSchema,
  parameters: z.array(parameterSchema),
  sourceId: z.string().nullable(),
  withdrawn: z.boolean(),
  fingerprint: fingerprintSchema,
  positions: z.array(positionSchema),
  /** Threads the viewer can see, as they stood. */
  threads: threadCountsSchema,
})
export type VersionRequirement = z.infer<typeof versionRequirementSchema>

/** The whole content of one version, read-only. */
export const versionContentSchema = z.object({
  project: z.object({ name: z.string(), language: languageSchema, phase: phaseSchema }),
  /** `null` for `now`. */
  snapshot: snapshotSummarySchema.nullable(),
  at: z.string(),
  parties: z.array(
    z.object({
      id: idSchema<'party'>(),
      kind: partyKindSchema,
      organisation: z.string(),
      people: z.array(z.object({ name: z.string(), role: roleSchema, function: functionSchema })),
    }),
  ),
  source: z.object({ title: z.string(), version: z.string(), licence: z.string() }).nullable(),
  sections: z.array(versionSectionSchema),
  requirements: z.array(versionRequirementSchema),
})
export type VersionContent = z.infer<typeof versionContentSchema>

/** One field that differs; words ready for display are made by the client. */
export const fieldChangeSchema = z.object({
  field: z.enum(['strength', 'addressee', 'area', 'level', 'levelReason', 'verification', 'source']),
  before: z.string(),
  after: z.string(),
})

/** How a requirement differs between two versions; each part is empty or `null` where it does not. */
export const requirementChangeSchema = z.object({
  id: idSchema<'requirement'>(),
  number: z.int(),
  title: z.string(),
  added: z.boolean(),
  withdrawn: z.boolean(),
  /** Brought back after a withdrawal. */
  restored: z.boolean(),
  /** Section titles, outermost first. */
  moved: z.object({ before: z.array(z.string()), after: z.array(z.string()) }).nullable(),
  text: z.object({ before: textContentSchema, after: textContentSchema }).nullable(),
  fields: z.array(fieldChangeSchema),
  parameters: z.array(z.object({ before: parameterSchema.nullable(), after: parameterSchema.nullable() })),
  positions: z.array(
    z.object({
      party: idSchema<'party'>(),
      before: positionSchema.nullable(),
      after: positionSchema.nullable(),
    }),
  ),
  /** Parameters needed to read the chips of both texts. */
  chips: z.object({ before: z.array(parameterSchema), after: z.array(parameterSchema) }),
})
export type RequirementChange = z.infer<typeof requirementChangeSchema>

export const sectionChangeSchema = z.object({
  id: idSchema<'section'>(),
  title: z.string(),
  added: z.boolean(),
  withdrawn: z.boolean(),
  moved: z.object({ before: z.array(z.string()), after: z.array(z.string()) }).nullable(),
  text: z.object({ before: textContentSchema, after: textContentSchema }).nullable(),
})
export type SectionChange = z.infer<typeof sectionChangeSchema>

/** What changed from one version to another, in the order of the later outline. */
export const comparisonSchema = z.object({
  from: versionSchema,
  to: versionSchema,
  sections: z.array(sectionChangeSchema),
  requirements: z.array(requirementChangeSchema),
  unchanged: z.int(),
})
export type Comparison = z.infer<typeof comparisonSchema>
