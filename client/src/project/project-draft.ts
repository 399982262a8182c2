import type { ColumnRole, Language, ProjectId } from '@parley/model'
import type { ImportSource, TablePreview } from '@parley/protocol'

export const sourceKinds = ['template', 'oscal', 'table', 'copy', 'empty'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** What has been chosen for each kind of source; all of it is kept while the kind is switched. */
export interface ProjectDraft {
  readonly kind: SourceKind
  readonly template: Language
  readonly oscal: { readonly fileName: string; readonly catalogue: string } | null
  readonly table: TableDraft | null
  readonly copy: ProjectId | null
}

/** A table that was read, and what its columns are taken for. */
export interface TableDraft {
  readonly title: string
  readonly preview: TablePreview
  readonly header: boolean
  readonly columns: readonly ColumnRole[]
}

/** The source as the server takes it, or `null` while something is still to be chosen. */
export function sourceOf(draft: ProjectDraft): ImportSource | null {
  switch (draft.kind) {
    case 'empty':
      return { kind: 'empty' }
    case 'template':
      return { kind: 'template', language: draft.template }
    case 'oscal':
      return draft.oscal && { kind: 'oscal', catalogue: draft.oscal.catalogue }
    case 'table':
      return draft.table && tableSource(draft.table)
    case 'copy':
      return draft.copy === null ? null : { kind: 'copy', project: draft.copy }
    default:
      return draft.kind satisfies never
  }
}

function tableSource({ title, preview, header, columns }: TableDraft): ImportSource | null {
  if (!columns.some((role) => role === 'title' || role === 'statement')) return null
  return { kind: 'table', title, rows: preview.rows, header, columns: [...columns] }
}

/** Gives a column a role; a role that only one column can have is taken from the column that had it. */
export function assignColumn(columns: readonly ColumnRole[], index: number, role: ColumnRole): ColumnRole[] {
  const several = role === 'ignore' || role === 'guidance' || role === 'source'
  return columns.map((before, column) => {
    if (column === index) return role
    return before === role && !several ? 'ignore' : before
  })
}
