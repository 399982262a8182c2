import { z } from 'zod'

/** How binding a requirement is (RFC 2119 words; German MUSS, SOLLTE, KANN). */
export const strengths = ['MUST', 'SHOULD', 'MAY'] as const
export const strengthSchema = z.enum(strengths)
export type Strength = z.infer<typeof strengthSchema>

/** Whom a requirement addresses (M 2.251: provider, technology and links, the client's own organisation). */
export const addressees = ['provider', 'client', 'both', 'technology', 'third-party'] as const
export const addresseeSchema = z.enum(addressees)
export type Addressee = z.infer<typeof addresseeSchema>

export const areas = [
  'infrastructure',
  'organisation',
  'personnel',
  'technology',
  'communication',
  'control',
] as const
export const areaSchema = z.enum(areas)
export type Area = z.infer<typeof areaSchema>

/** The level of security; `raised` goes beyond the baseline and gives its reason in `levelReason`. */
export const levels = ['basic', 'standard', 'raised'] as const
export const levelSchema = z.enum(levels)
export type Level = z.infer<typeof levelSchema>

/** The fields of a requirement; `null` or an empty string means "not stated". */
export const fieldsSchema = z.object({
  strength: strengthSchema.nullable(),
  addressee: addresseeSchema.nullable(),
  area: areaSchema.nullable(),
  level: levelSchema.nullable(),
  /** Why the requirement goes beyond the baseline; empty unless `level` is `raised`. */
  levelReason: z.string().max(2_000),
  /** How it is verified that the requirement is met. */
  verification: z.string().max(4_000),
  /** Where it comes from: identifiers such as "OPS.2.3.A6". */
  source: z.array(z.string().min(1).max(200)).max(50),
})
export type Fields = Readonly<z.infer<typeof fieldsSchema>>

export const emptyFields: Fields = {
  strength: null,
  addressee: null,
  area: null,
  level: null,
  levelReason: '',
  verification: '',
  source: [],
}

/** Explanation that came with a requirement; shown and searchable, not normative. */
export const guidanceSchema = z.object({
  /** The source's name of the part, e.g. "guidance", "assessment-objective". */
  name: z.string().max(200),
  /** The source's label, e.g. "AC-1a.01"; empty for none. */
  label: z.string().max(200),
  prose: z.string().max(100_000),
  /** Depth in the source's nesting, 0 outermost. */
  depth: z.int().min(0).max(20),
})
export type Guidance = Readonly<z.infer<typeof guidanceSchema>>

/** Where a section or requirement was imported from; all of it is kept as the source gave it. */
export const originSchema = z.object({
  /** Id in the source. */
  id: z.string().max(500),
  /** Key that survives new editions of the source (BSI: prop `alt-identifier`), or `null`. */
  stableKey: z.string().max(500).nullable(),
  props: z.array(
    z.object({ name: z.string(), value: z.string(), ns: z.string().nullable(), part: z.string().nullable() }),
  ),
  links: z.array(z.object({ href: z.string(), rel: z.string().nullable(), text: z.string().nullable() })),
  className: z.string().nullable(),
})
export type Origin = Readonly<z.infer<typeof originSchema>>
