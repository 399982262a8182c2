import { columnRoleSchema, idSchema, languageSchema } from '@parley/model'
import { z } from 'zod'

/** Where a new project's document comes from. */
export const importSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('template'), language: languageSchema }),
  /** `catalogue` is the uploaded file's text, OSCAL JSON. */
  z.object({ kind: z.literal('oscal'), catalogue: z.string() }),
  /** `rows` as `POST /api/imports/table` answered them; the first is the header where `header` says so. */
  z.object({
    kind: z.literal('table'),
    title: z.string().max(200),
    rows: z.array(z.array(z.string()).max(200)).max(20_001),
    header: z.boolean(),
    columns: z.array(columnRoleSchema).max(200),
  }),
  z.object({ kind: z.literal('copy'), project: idSchema<'project'>() }),
])
export type ImportSource = z.infer<typeof importSourceSchema>

/** Something of the source that could not be carried over as it was. */
export const lossSchema = z.object({
  code: z.string(),
  /** Where in the source, e.g. a control's id or a cell. */
  place: z.string(),
  /** What was done about it, in the caller's language. */
  detail: z.string(),
})
export type LossView = z.infer<typeof lossSchema>

/** A table read from an uploaded file or from pasted text. */
export const tablePreviewSchema = z.object({
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  rows: z.array(z.array(z.string())),
  header: z.boolean(),
  columns: z.array(columnRoleSchema),
  losses: z.array(lossSchema),
})
export type TablePreview = z.infer<typeof tablePreviewSchema>

/** What an import would make, before anything is made. */
export const importPreviewSchema = z.object({
  title: z.string(),
  language: languageSchema.nullable(),
  sections: z.int(),
  requirements: z.int(),
  parameters: z.int(),
  licence: z.string().nullable(),
  /** The first requirements, to recognise the mapping by. */
  sample: z.array(z.object({ section: z.string(), title: z.string(), statement: z.string() })),
  losses: z.array(lossSchema),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

/** Asks what `source` would become; changes nothing. */
export const previewImportSchema = z.object({ source: importSourceSchema })
export type PreviewImport = z.infer<typeof previewImportSchema>
