import type { ColumnRole } from '@parley/model'

/** A table as read: rows of cells as text, before anybody said what its columns mean. */
export interface Table {
  /** The sheet that was read; `null` for CSV and pasted text. */
  readonly sheet: string | null
  /** All sheets of the workbook, to choose from. */
  readonly sheets: readonly string[]
  /** Every row has the same number of cells; empty cells are empty strings. Trailing empty rows are dropped. */
  readonly rows: readonly (readonly string[])[]
}

/** How a table is read as requirements. */
export interface TableMapping {
  /** Index of the row with the headings; `null` where there is none, so that the first row is a requirement. */
  readonly headerRow: number | null
  /** The role of each column, in the order of the columns. */
  readonly columns: readonly ColumnRole[]
}

/** Bounds on what is read from spreadsheets. */
export const tableLimits = {
  fileBytes: 20_000_000,
  unpackedBytes: 40_000_000,
  entries: 2_000,
  rows: 20_000,
  columns: 200,
  /** Empty ones count too: workbooks may be full of them. */
  cells: 500_000,
  /** Tags and words in one part of a workbook; a cell takes seven. */
  tokens: 4_000_000,
  cellCharacters: 32_767,
} as const
