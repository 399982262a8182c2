import type { ExportDocument } from './export-document.ts'
import type { ExportWords } from './words.ts'

/** The document as a workbook: one row a requirement, headings frozen and filterable, no cell a formula. */
export async function writeXlsx(document: ExportDocument, words: ExportWords): Promise<Uint8Array> {
  throw new Error(`not there yet: ${document.project} ${words.language}`)
}
