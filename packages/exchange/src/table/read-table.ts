import { type ReadResult, reading, Unreadable } from '../read-result.ts'
import { readCsv } from './read-csv.ts'
import { readPasted } from './read-pasted.ts'
import { readXlsx } from './read-xlsx.ts'
import { type Table, tableLimits } from './table.ts'

export interface ReadTableOptions {
  /** The sheet of a workbook to read; the first visible one without it. */
  readonly sheet?: string
}

/** Reads an XLSX workbook or CSV text (which of the two is told from the bytes). */
export function readTable(bytes: Uint8Array, options: ReadTableOptions = {}): ReadResult<Table> {
  return reading((losses) => {
    if (bytes.length > tableLimits.fileBytes) {
      throw new Unreadable({ code: 'too-large', limit: tableLimits.fileBytes })
    }
    if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes, options.sheet ?? null, losses)
    // The container of .xls and of password-protected .xlsx ([MS-CFB] 2.2).
    if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Unreadable({ code: 'old-or-encrypted-workbook' })
    return readCsv(bytes, losses)
  })
}

/** Reads text pasted from a spreadsheet: cells divided by tabs, quoted where they hold tabs or line breaks. */
export function readPastedTable(text: string): ReadResult<Table> {
  return reading(() => readPasted(text))
}

function startsWith(bytes: Uint8Array, ...magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}
