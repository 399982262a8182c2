import type { DraftDocument, Language } from '@parley/model'
import { type ReadResult, reading, Unreadable } from '../read-result.ts'
import type { Table, TableMapping } from './table.ts'

export interface TableDraftOptions {
  /** Title of the document, e.g. the file's name. */
  readonly title: string
  readonly language: Language
}

/** The requirements of a table, by a mapping of its columns; columns that are ignored on purpose are no loss. */
export function tableToDraft(
  table: Table,
  mapping: TableMapping,
  options: TableDraftOptions,
): ReadResult<DraftDocument> {
  return reading(() => {
    throw new Unreadable({
      code: 'duplicate-number',
      number: options.title,
      rows: [table.rows.length, mapping.columns.length],
    })
  })
}
