import { Unreadable } from '../read-result.ts'
import { Grid } from './grid.ts'
import { type Table, tableLimits } from './table.ts'

/**
 * Reads what spreadsheets put on the clipboard as text. A cell is quoted only where it holds a tab or a line break; any other
 * cell may begin with a quotation mark that means itself.
 */
export function readPasted(text: string): Table {
  if (text.length > tableLimits.fileBytes) {
    throw new Unreadable({ code: 'too-large', limit: tableLimits.fileBytes })
  }
  const source = text.replace(/\r\n?/g, '\n')
  const grid = new Grid(null)
  let row = 0
  let column = 0
  for (let at = 0; at <= source.length; ) {
    const quoted = source.charAt(at) === '"' ? quotedCell(source, at) : null
    const end = quoted?.end ?? plainEnd(source, at)
    grid.set(row, column, quoted?.words ?? source.slice(at, end))
    if (source.charAt(end) === '\t') column += 1
    else {
      row += 1
      column = 0
    }
    at = end + 1
  }
  return { sheet: null, sheets: [], rows: grid.rows() }
}

function plainEnd(source: string, at: number): number {
  const divider = /[\t\n]/g
  divider.lastIndex = at
  return divider.exec(source)?.index ?? source.length
}

function quotedCell(source: string, at: number): { words: string; end: number } | null {
  for (let quote = source.indexOf('"', at + 1); quote >= 0; quote = source.indexOf('"', quote + 1)) {
    if (source.charAt(quote + 1) === '"') {
      quote += 1
      continue
    }
    const after = source.charAt(quote + 1)
    if (after !== '\t' && after !== '\n' && after !== '') return null
    const inner = source.slice(at + 1, quote)
    return /[\t\n]/.test(inner) ? { words: inner.replaceAll('""', '"'), end: quote + 1 } : null
  }
  return null
}
