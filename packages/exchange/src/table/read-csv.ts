import Papa from 'papaparse'
import type { Losses } from '../read-result.ts'
import { decode } from './decode.ts'
import { Grid } from './grid.ts'
import { type Table, tableLimits } from './table.ts'

/** Reads CSV text: encoding and delimiter are told from the content, Excel's `sep=;` line is heeded. */
export function readCsv(bytes: Uint8Array, losses: Losses): Table {
  const text = decode(bytes, losses)
  const hint = /^sep=(.)\r?\n/i.exec(text)
  const body = hint ? text.slice(hint[0].length) : text
  const { data, errors } = Papa.parse<string[]>(body, {
    delimiter: hint?.[1] ?? delimiterOf(body),
    // One more than is allowed, so that too many are noticed without reading a million.
    preview: tableLimits.rows + 1,
  })
  const uneven = errors.filter((error) => error.type === 'Quotes')
  losses.add('uneven-quotes', `${(uneven[0]?.row ?? 0) + 1}`, '', uneven.length)
  const grid = new Grid(null)
  for (const [row, cells] of data.entries()) {
    for (const [column, words] of cells.entries()) grid.set(row, column, words)
  }
  return { sheet: null, sheets: [], rows: grid.rows() }
}

/** The delimiter that most often stands outside quotes in the beginning of the text. */
function delimiterOf(text: string): string {
  const counts = new Map([';', ',', '\t'].map((delimiter) => [delimiter, 0]))
  let isQuoted = false
  let rows = 0
  for (let at = 0; at < text.length && rows < 50; at += 1) {
    const character = text.charAt(at)
    if (character === '"') isQuoted = !isQuoted
    if (isQuoted) continue
    if (character === '\n') rows += 1
    const count = counts.get(character)
    if (count !== undefined) counts.set(character, count + weightIn(character, rows))
  }
  const [best] = [...counts].sort(([, one], [, other]) => other - one)
  return best && best[1] > 0 ? best[0] : ','
}

/** Commas are common in sentences: in the first row, which has the headings, delimiters weigh most. */
function weightIn(character: string, row: number): number {
  const weight = row === 0 ? 50 : 1
  return character === ',' ? weight * 0.5 : weight
}
