import { clean } from '../content/clean.ts'
import { Unreadable } from '../read-result.ts'
import { type CellAddress, placeOf } from './address.ts'
import { tableLimits } from './table.ts'

/** Cells by row and column, within the limits of what is read. */
export class Grid {
  readonly #rows: string[][] = []
  readonly #sheet: string | null
  #width = 0

  constructor(sheet: string | null) {
    this.#sheet = sheet
  }

  /** Puts words into a cell; empty ones take no room. */
  set(row: number, column: number, words: string): void {
    const text = clean(words).trim()
    if (text === '') return
    if (row >= tableLimits.rows) throw new Unreadable({ code: 'too-many-rows', limit: tableLimits.rows })
    if (column >= tableLimits.columns) {
      throw new Unreadable({ code: 'too-many-columns', limit: tableLimits.columns })
    }
    if (text.length > tableLimits.cellCharacters) {
      const place = placeOf(this.#sheet, row, column)
      throw new Unreadable({ code: 'text-too-large', place, limit: tableLimits.cellCharacters })
    }
    while (this.#rows.length <= row) this.#rows.push([])
    const cells = this.#rows[row]
    if (cells) cells[column] = text
    this.#width = Math.max(this.#width, column + 1)
  }

  /** Empties a range but for its first cell; returns how many cells it went through. */
  clearAllBut(first: CellAddress, last: CellAddress): number {
    let count = 0
    for (const [index, cells] of this.#rows.slice(first.row, last.row + 1).entries()) {
      const end = Math.min(last.column, cells.length - 1)
      for (let column = first.column; column <= end; column += 1) {
        if (index > 0 || column > first.column) cells[column] = ''
        count += 1
      }
      count += 1
    }
    return count
  }

  /** All rows at the same width; throws `Unreadable` where there is nothing. */
  rows(): string[][] {
    if (this.#width === 0) throw new Unreadable({ code: 'empty-table' })
    return this.#rows.map((cells) => Array.from({ length: this.#width }, (_, column) => cells[column] ?? ''))
  }
}
