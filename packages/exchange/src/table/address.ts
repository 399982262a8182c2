/** Columns are letters in people's eyes: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  let name = ''
  for (let left = index; left >= 0; left = Math.floor(left / 26) - 1) {
    name = String.fromCharCode(65 + (left % 26)) + name
  }
  return name
}

/** Row and column, from 0. */
export interface CellAddress {
  readonly row: number
  readonly column: number
}

/** Row and column of an address such as "B7"; `null` where it is none. */
export function cellAt(address: string): CellAddress | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address)
  if (!found) return null
  let column = 0
  for (const letter of found[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(found[2]) - 1, column: column - 1 }
}

/** What people call a cell: "Requirements!B7", or "B7" where there is no sheet. */
export function placeOf(sheet: string | null, row: number, column: number): string {
  return `${sheet === null ? '' : `${sheet}!`}${columnName(column)}${row + 1}`
}
