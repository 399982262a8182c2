import { type ReadResult, readOscal, tableLimits, tableToDraft } from '@parley/exchange'
import type { DraftDocument, Language } from '@parley/model'
import type { ImportSource } from '@parley/protocol'

/** What somebody uploads: as large as it is allowed to be, and made by whoever pleases. */
export type Upload = Extract<ImportSource, { kind: 'oscal' | 'table' }>

/** Whether a source is an upload, which is read in a process of its own. */
export const isUpload = (source: ImportSource): source is Upload =>
  source.kind === 'oscal' || source.kind === 'table'

/** Reads an upload as the document it would become; takes seconds for the largest. */
export function readUpload(upload: Upload, language: Language): ReadResult<DraftDocument> {
  if (upload.kind === 'oscal') return readOscal(upload.catalogue)
  const { title, rows, header, columns } = upload
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (width * rows.length > tableLimits.cells) {
    return { ok: false, problem: { code: 'too-many-cells', limit: tableLimits.cells } }
  }
  const table = { sheet: null, sheets: [], rows: evenRows(rows, width) }
  return tableToDraft(table, { headerRow: header ? 0 : null, columns }, { title, language })
}

/** Readers count on rows of one length; what a program sends may have others. */
function evenRows(rows: readonly (readonly string[])[], width: number): readonly (readonly string[])[] {
  return rows.map((row) =>
    row.length === width ? row : [...row, ...Array<string>(width - row.length).fill('')],
  )
}
