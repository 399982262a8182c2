import { type ReadProblem, readPastedTable, readTable, suggestMapping, type Table } from '@parley/exchange'
import type { DraftSource, Language } from '@parley/model'
import type { ImportPreview, TablePreview } from '@parley/protocol'
import { type DocumentOwner, type PreparedDocument, prepareDocument } from '../prepare-document.ts'
import { presentLosses } from '../present-losses.ts'
import { previewDraft } from '../preview-draft.ts'
import { readUpload, type Upload } from '../read-upload.ts'

/** What a process is asked to read. */
export type ReadingJob =
  | {
      readonly type: 'table'
      readonly bytes: Uint8Array
      readonly isPasted: boolean
      readonly sheet: string | null
      readonly language: Language
    }
  | { readonly type: 'preview'; readonly upload: Upload; readonly language: Language }
  | {
      readonly type: 'document'
      readonly upload: Upload
      readonly language: Language
      readonly owner: DocumentOwner
    }

/** What a process makes of each kind of job. */
export interface Readings {
  /** JSON of a `TablePreview` in UTF-8: half a million cells are put into words where nobody waits for it. */
  readonly table: Uint8Array<ArrayBuffer>
  readonly preview: ImportPreview
  readonly document: { readonly source: DraftSource | null; readonly prepared: PreparedDocument }
}

/** What was read, or why it cannot be read. */
export type ReadingOutcome =
  | { readonly ok: true; readonly value: Readings[ReadingJob['type']] }
  | { readonly ok: false; readonly problem: ReadProblem }

/** Carries out a job; every input ends in an outcome. */
export async function carryOut(job: ReadingJob): Promise<ReadingOutcome> {
  switch (job.type) {
    case 'table': {
      const { bytes, isPasted, sheet, language } = job
      const read = isPasted
        ? readPastedTable(new TextDecoder().decode(bytes))
        : readTable(bytes, sheet === null ? {} : { sheet })
      if (!read.ok) return read
      const preview = { ...guess(read.value), losses: presentLosses(read.losses, language) }
      return { ok: true, value: new TextEncoder().encode(JSON.stringify(preview satisfies TablePreview)) }
    }
    case 'preview': {
      const read = readUpload(job.upload, job.language)
      if (!read.ok) return read
      const draft = { document: read.value, losses: read.losses }
      return { ok: true, value: previewDraft(draft, job.language) }
    }
    case 'document': {
      const read = readUpload(job.upload, job.language)
      if (!read.ok) return read
      const prepared = await prepareDocument(read.value, job.owner)
      return { ok: true, value: { source: read.value.source, prepared } }
    }
    default:
      return job satisfies never
  }
}

/** The table from its headings on, with a guess at what its columns hold. */
function guess(table: Table) {
  const { headerRow, columns } = suggestMapping(table)
  return {
    sheets: [...table.sheets],
    sheet: table.sheet,
    rows: table.rows.slice(headerRow ?? 0).map((row) => [...row]),
    header: headerRow !== null,
    columns: [...columns],
  }
}
