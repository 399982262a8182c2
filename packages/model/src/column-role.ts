import { z } from 'zod'

/** What a column of a table holds; a column may be ignored. */
export const columnRoles = [
  'number',
  'title',
  'statement',
  'section',
  'strength',
  'addressee',
  'area',
  'level',
  'verification',
  'source',
  'guidance',
  'ignore',
] as const

export const columnRoleSchema = z.enum(columnRoles)
export type ColumnRole = z.infer<typeof columnRoleSchema>
