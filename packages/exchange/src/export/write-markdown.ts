import type { ExportDocument } from './export-document.ts'
import type { ExportWords } from './words.ts'

/** The document as Markdown (CommonMark with tables): parties, contents, sections, requirements with their fields. */
export function writeMarkdown(document: ExportDocument, words: ExportWords): string {
  throw new Error(`not there yet: ${document.project} ${words.language}`)
}
