import { type Losses, Unreadable } from '../read-result.ts'
import { readSheet } from './sheet.ts'
import type { Table } from './table.ts'
import { unzip } from './unzip.ts'
import { readWorkbook } from './workbook.ts'

/** Reads one sheet of a workbook: the named one, else the first that is not hidden. */
export function readXlsx(bytes: Uint8Array, wanted: string | null, losses: Losses): Table {
  const files = unzip(bytes, (name) => /\.(?:xml|rels)$/i.test(name))
  const text = (path: string) => {
    const file = files.get(path)
    return file === undefined ? null : new TextDecoder(encodingOf(file)).decode(file)
  }
  const workbook = readWorkbook(text)
  const visible = workbook.sheets.filter((sheet) => !sheet.isHidden)
  const sheet =
    wanted === null
      ? (visible[0] ?? workbook.sheets[0])
      : workbook.sheets.find((each) => each.name === wanted)
  const xml = sheet ? text(sheet.path) : null
  if (!sheet) throw new Unreadable({ code: 'no-such-sheet', sheet: wanted ?? '' })
  if (xml === null) throw new Unreadable({ code: 'not-a-spreadsheet' })
  const others = workbook.sheets.filter((each) => each !== sheet).map((each) => each.name)
  losses.add('other-sheets', sheet.name, others.join(', '), others.length)
  return {
    sheet: sheet.name,
    sheets: workbook.sheets.map((each) => each.name),
    rows: readSheet(xml, sheet.name, workbook, losses),
  }
}

/** XML says by a byte order mark that it is UTF-16; everything else in workbooks is UTF-8. */
function encodingOf(file: Uint8Array): string {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le'
  return file[0] === 0xfe && file[1] === 0xff ? 'utf-16be' : 'utf-8'
}
