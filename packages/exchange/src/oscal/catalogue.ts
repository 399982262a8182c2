import { limits } from '@parley/document'
import { z } from 'zod'
import { clean } from '../content/clean.ts'

/** Bounds on a catalogue; the whole of NIST 800-53 has 10 million characters and nests 8 deep. */
export const oscalLimits = { characters: 25_000_000, controls: 20_000, depth: 60, prose: 100_000 } as const

const text = z.string().transform(clean)
const prose = z.string().max(oscalLimits.prose).transform(clean)

const propSchema = z.looseObject({
  name: text,
  value: text,
  ns: text.optional(),
  class: text.optional(),
  remarks: prose.optional(),
  uuid: text.optional(),
  group: text.optional(),
})

const linkSchema = z.looseObject({
  href: text,
  rel: text.optional(),
  text: text.optional(),
  'media-type': text.optional(),
  'resource-fragment': text.optional(),
})

const partSchema = z.looseObject({
  id: text.optional(),
  name: text,
  ns: text.optional(),
  class: text.optional(),
  title: prose.optional(),
  props: z.array(propSchema).optional(),
  links: z.array(linkSchema).optional(),
  prose: prose.optional(),
  get parts() {
    return z.array(partSchema).optional()
  },
})

const constraintSchema = z.looseObject({
  description: prose.optional(),
  tests: z.array(z.looseObject({ expression: prose, remarks: prose.optional() })).optional(),
})

const parameterSchema = z.looseObject({
  id: text.pipe(z.string().min(1).max(limits.chipId)),
  class: text.optional(),
  'depends-on': text.optional(),
  props: z.array(propSchema).optional(),
  links: z.array(linkSchema).optional(),
  label: prose.optional(),
  usage: prose.optional(),
  constraints: z.array(constraintSchema).optional(),
  guidelines: z.array(z.looseObject({ prose })).optional(),
  values: z.array(prose).optional(),
  select: z.looseObject({ 'how-many': text.optional(), choice: z.array(prose).optional() }).optional(),
  remarks: prose.optional(),
})

const controlSchema = z.looseObject({
  id: text,
  class: text.optional(),
  title: prose,
  params: z.array(parameterSchema).optional(),
  props: z.array(propSchema).optional(),
  links: z.array(linkSchema).optional(),
  parts: z.array(partSchema).optional(),
  get controls() {
    return z.array(controlSchema).optional()
  },
})

const groupSchema = z.looseObject({
  id: text.optional(),
  class: text.optional(),
  title: prose,
  params: z.array(parameterSchema).optional(),
  props: z.array(propSchema).optional(),
  links: z.array(linkSchema).optional(),
  parts: z.array(partSchema).optional(),
  get groups() {
    return z.array(groupSchema).optional()
  },
  controls: z.array(controlSchema).optional(),
})

const resourceSchema = z.looseObject({
  uuid: text,
  title: text.optional(),
  citation: z.looseObject({ text: text.optional() }).optional(),
})

/** What is read of an OSCAL catalogue (https://pages.nist.gov/OSCAL-Reference, catalog v1.0 to v1.2). */
export const catalogueSchema = z.looseObject({
  uuid: text,
  metadata: z.looseObject({
    title: prose,
    version: text,
    'oscal-version': text,
    'document-ids': z.array(z.looseObject({ identifier: text })).optional(),
    props: z.array(propSchema).optional(),
    links: z.array(linkSchema).optional(),
  }),
  params: z.array(parameterSchema).optional(),
  groups: z.array(groupSchema).optional(),
  controls: z.array(controlSchema).optional(),
  'back-matter': z.looseObject({ resources: z.array(resourceSchema).optional() }).optional(),
})

export type Catalogue = z.infer<typeof catalogueSchema>
export type Group = z.infer<typeof groupSchema>
export type Control = z.infer<typeof controlSchema>
export type Parameter = z.infer<typeof parameterSchema>
export type Part = z.infer<typeof partSchema>
export type Prop = z.infer<typeof propSchema>
export type Link = z.infer<typeof linkSchema>

const known = {
  catalogue: new Set(Object.keys(catalogueSchema.shape)),
  group: new Set(Object.keys(groupSchema.shape)),
  control: new Set(Object.keys(controlSchema.shape)),
  part: new Set(Object.keys(partSchema.shape)),
  param: new Set(Object.keys(parameterSchema.shape)),
}

/** Members that no reader of this package knows, e.g. of a later OSCAL version. */
export function unknownMembers(kind: keyof typeof known, value: object): string[] {
  return Object.keys(value).filter((name) => !known[kind].has(name))
}
