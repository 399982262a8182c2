import writeXlsxFile, { type Feature, type Row, type Sheet } from 'write-excel-file/universal'
import { clean } from '../content/clean.ts'
import { columnName } from '../table/address.ts'
import { exportColumns } from './columns.ts'
import type { ExportDocument } from './export-document.ts'
import { placedRequirements } from './outline.ts'
import { versionPhrase } from './phrases.ts'
import type { ExportWords } from './words.ts'

type Content = Parameters<typeof writeXlsxFile>[0] extends readonly Sheet<infer Kind>[] ? Kind : Blob

/** What one cell of Excel can hold. */
const mostCharacters = 32_767
const headColour = '#E8EDF3'

/** The document as a workbook: one row a requirement, headings frozen and filterable, no cell a formula. */
export async function writeXlsx(document: ExportDocument, words: ExportWords): Promise<Uint8Array> {
  const columns = exportColumns(document, words)
  const rows = placedRequirements(document).map((placed) =>
    columns.map((column) => cell(column.words(placed), words)),
  )
  const range = `A1:${columnName(columns.length - 1)}${rows.length + 1}`
  const workbook = writeXlsxFile(
    [
      {
        sheet: words.requirements,
        data: [columns.map((column) => headCell(column.heading)), ...rows],
        columns: columns.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
        stickyColumnsCount: 1,
        orientation: 'landscape',
      },
      {
        sheet: words.project,
        data: projectRows(document, words),
        columns: [{ width: 22 }, { width: 40 }, { width: 30 }, { width: 36 }],
      },
    ],
    { features: [filterOver(range)], fontFamily: 'Calibri', fontSize: 11 },
  )
  const blob = await workbook.toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function projectRows(document: ExportDocument, words: ExportWords): Row[] {
  const plain = (...cells: string[]): Row => cells.map((each) => cell(each, words))
  const people = document.parties.flatMap((party) => {
    const [first, ...rest] = party.people
    const lead = plain(
      words.parties[party.kind],
      party.organisation,
      first?.name ?? '',
      first ? words.functions[first.function] : '',
    )
    return [lead, ...rest.map((person) => plain('', '', person.name, words.functions[person.function]))]
  })
  return [
    [headCell(words.project), cell(document.project, words)],
    [headCell(words.version), cell(versionPhrase(document.version, words), words)],
    [],
    [words.party, words.organisation, words.person, words.function].map(headCell),
    ...people,
  ]
}

function headCell(words: string) {
  return {
    value: escaped(words),
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: headColour,
    wrap: true,
    alignVertical: 'top' as const,
  }
}

/**
 * Every cell is a string, which no spreadsheet takes for a formula. Where the words look like one, the cell also has the
 * format "text", so that they stay words when somebody edits the cell.
 */
function cell(words: string, { cutOff }: ExportWords) {
  const value = fitting(clean(words), cutOff)
  return {
    value: escaped(value),
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
    ...(/^\s*[=+\-@]/.test(value) ? { format: '@' } : {}),
  }
}

function fitting(words: string, cutOff: string): string {
  if (words.length <= mostCharacters) return words
  const kept = mostCharacters - cutOff.length - 12
  const note = cutOff.replace('{count}', String(words.length - kept))
  return `${words.slice(0, kept).toWellFormed()}\n${note}`
}

/** Words that look like an escaped character, `_x000D_`, would be read as that character. */
function escaped(words: string): string {
  return words.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

/** The drop-down filters of the headings; they stand right after the cells (ECMA-376 part 1, 18.3.1.99). */
function filterOver(range: string): Feature<Content> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === 0 ? xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`) : xml,
        },
      },
    },
  }
}
