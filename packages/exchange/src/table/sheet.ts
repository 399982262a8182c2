import { type Losses, Unreadable } from '../read-result.ts'
import { cellAt, placeOf } from './address.ts'
import { Grid } from './grid.ts'
import { formatNumber } from './number-format.ts'
import { tableLimits } from './table.ts'
import { formatOf, unescapedUnicode, type Workbook } from './workbook.ts'
import { attribute, xmlTokens } from './xml.ts'

/** A cell while its elements are read. */
interface OpenCell {
  readonly row: number
  readonly column: number
  readonly type: string
  readonly style: string | null
  value: string | null
  inline: string
  formula: string | null
}

/** Reads the cells of one sheet as words; formulas give the value that was stored with them. */
export function readSheet(xml: string, name: string, workbook: Workbook, losses: Losses): string[][] {
  const grid = new Grid(name)
  const merges: string[] = []
  let hidden = 0
  let cells = 0
  let row = -1
  let column = -1
  let cell: OpenCell | null = null
  let inside = ''
  let inReading = false
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (cell && !inReading) addWords(cell, inside, token.text)
      continue
    }
    if (token.kind === 'close') {
      if (token.name === 'c' && cell) finish(cell, name, workbook, grid, losses)
      if (token.name === 'c') cell = null
      if (token.name === 'rPh') inReading = false
      inside = ''
      continue
    }
    switch (token.name) {
      case 'row': {
        row = Number(attribute(token.attributes, 'r') ?? row + 2) - 1
        column = -1
        if (/^(1|true)$/.test(attribute(token.attributes, 'hidden') ?? '')) hidden += 1
        break
      }
      case 'c': {
        cells += 1
        if (cells > tableLimits.cells) {
          throw new Unreadable({ code: 'too-many-cells', limit: tableLimits.cells })
        }
        const address = cellAt(attribute(token.attributes, 'r') ?? '')
        row = address?.row ?? row
        column = address?.column ?? column + 1
        const type = attribute(token.attributes, 't') ?? 'n'
        const style = attribute(token.attributes, 's')
        cell =
          token.kind === 'open' ? { row, column, type, style, value: null, inline: '', formula: null } : null
        break
      }
      case 'mergeCell':
        merges.push(attribute(token.attributes, 'ref') ?? '')
        break
      case 'f':
        if (cell) cell.formula = ''
        inside = token.kind === 'open' ? 'f' : ''
        break
      case 'rPh':
        inReading = token.kind === 'open'
        break
      default:
        inside = token.kind === 'open' ? token.name : ''
    }
  }
  applyMerges(merges, name, grid, losses)
  losses.add('hidden-rows', name, '', hidden)
  return grid.rows()
}

function addWords(cell: OpenCell, element: string, words: string): void {
  if (element === 'v') cell.value = (cell.value ?? '') + words
  else if (element === 't') cell.inline += words
  else if (element === 'f') cell.formula = (cell.formula ?? '') + words
}

function finish(cell: OpenCell, sheet: string, workbook: Workbook, grid: Grid, losses: Losses): void {
  const place = placeOf(sheet, cell.row, cell.column)
  if (cell.formula !== null) {
    const code = cell.value === null || cell.value === '' ? 'formula-without-value' : 'formula'
    losses.add(code, place, cell.formula === '' ? '' : `=${cell.formula}`)
  }
  if (cell.type === 'e') {
    losses.add('cell-error', place, cell.value ?? '')
    return
  }
  grid.set(cell.row, cell.column, wordsOf(cell, workbook))
}

function wordsOf(cell: OpenCell, workbook: Workbook): string {
  const value = cell.value ?? ''
  switch (cell.type) {
    case 's':
      return workbook.sharedStrings[Number(value)] ?? ''
    case 'inlineStr':
      return unescapedUnicode(cell.inline)
    case 'str':
      return unescapedUnicode(value)
    case 'b':
      return value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE'
    case 'd':
      return value.replace(/T00:00:00(\.0+)?Z?$/, '')
    default: {
      const number = Number(value)
      if (value.trim() === '' || Number.isNaN(number)) return value
      return formatNumber(number, formatOf(workbook, cell.style), workbook.from1904)
    }
  }
}

/** Merged cells show the value of their first one; what the others hold is not to be seen in the sheet either. */
function applyMerges(ranges: readonly string[], sheet: string, grid: Grid, losses: Losses): void {
  let left: number = tableLimits.cells
  for (const range of ranges) {
    const [first, last] = range.split(':').map(cellAt)
    if (!first || !last) continue
    losses.add('merged-cells', `${sheet}!${range}`)
    left -= 1 + grid.clearAllBut(first, last)
    if (left < 0) throw new Unreadable({ code: 'too-many-cells', limit: tableLimits.cells })
  }
}
