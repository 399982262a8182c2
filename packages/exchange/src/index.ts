export type {
  ExportComment,
  ExportDocument,
  ExportParameter,
  ExportParty,
  ExportPerson,
  ExportPosition,
  ExportRequirement,
  ExportSection,
  ExportThread,
  ExportVersion,
} from './export/export-document.ts'
export type { ExportWords } from './export/words.ts'
export { exportWords } from './export/words.ts'
export { writeMarkdown } from './export/write-markdown.ts'
export { writeXlsx } from './export/write-xlsx.ts'
export { readOscal } from './oscal/read-oscal.ts'
export type { Loss, LossCode, ReadProblem, ReadResult } from './read-result.ts'
export { lossCodes } from './read-result.ts'
export type { ReadTableOptions } from './table/read-table.ts'
export { readPastedTable, readTable } from './table/read-table.ts'
export { suggestMapping } from './table/suggest-mapping.ts'
export type { Table, TableMapping } from './table/table.ts'
export { tableLimits } from './table/table.ts'
export type { TableDraftOptions } from './table/table-to-draft.ts'
export { tableToDraft } from './table/table-to-draft.ts'
export { readTemplate } from './template/read-template.ts'
