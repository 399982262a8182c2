import { type ReadResult, reading, Unreadable } from '../read-result.ts'
import type { Table } from './table.ts'

export interface ReadTableOptions {
  /** The sheet of a workbook to read; the first visible one without it. */
  readonly sheet?: string
}

/** Reads an XLSX workbook or CSV text (which of the two is told from the bytes). */
export function readTable(bytes: Uint8Array, options: ReadTableOptions = {}): ReadResult<Table> {
  return reading(() => {
    throw new Unreadable({ code: 'no-such-sheet', sheet: `${bytes.length}${options.sheet}` })
  })
}

/** Reads text pasted from a spreadsheet: cells divided by tabs, quoted where they hold tabs or line breaks. */
export function readPastedTable(text: string): ReadResult<Table> {
  return reading(() => {
    throw new Unreadable({ code: 'no-such-sheet', sheet: text })
  })
}
