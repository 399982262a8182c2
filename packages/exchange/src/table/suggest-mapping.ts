import type { ColumnRole } from '@parley/model'
import { columnWords } from './column-words.ts'
import type { Table, TableMapping } from './table.ts'

const rowsThatMayHead = 10
/** Roles that more than one column may have. */
const repeatable = new Set<ColumnRole>(['source', 'guidance'])

/** A first guess at what the columns hold, from German and English headings; the user corrects it. */
export function suggestMapping(table: Table): TableMapping {
  const candidates = table.rows.slice(0, rowsThatMayHead).map(rolesOf)
  const known = candidates.map((roles) => roles.filter((role) => role !== 'ignore').length)
  const most = Math.max(0, ...known)
  const headerRow = known.indexOf(most)
  const roles = candidates[headerRow]
  // A single word such as "Name" may be a value as well; a head says at least two columns or is alone in its row.
  const isHead = roles && (most >= 2 || (most === 1 && isAlone(table.rows[headerRow] ?? [])))
  return isHead ? { headerRow, columns: roles } : { headerRow: null, columns: rolesByContent(table) }
}

function isAlone(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell !== '').length === 1
}

function rolesOf(headings: readonly string[]): ColumnRole[] {
  const roles = headings.map(roleOf)
  const taken = new Set<ColumnRole>()
  for (const [column, role] of roles.entries()) {
    const better = bestColumnFor(role, headings, roles)
    if (role !== 'ignore' && !repeatable.has(role) && (taken.has(role) || better !== column)) {
      roles[column] = 'ignore'
    }
    if (roles[column] !== 'ignore') taken.add(role)
  }
  // "Anforderung" beside "Beschreibung" is the title; alone it is the text.
  if (!roles.includes('title')) {
    const beside = headings.findIndex((heading) => /^(anforderung|requirement)$/.test(bare(heading)))
    if (beside >= 0 && roles[beside] === 'ignore') roles[beside] = 'title'
  }
  return roles
}

/** Of several columns with the same role, the one with the most telling heading. */
function bestColumnFor(role: ColumnRole, headings: readonly string[], roles: readonly ColumnRole[]): number {
  const words = columnWords.find(([name]) => name === role)?.[1] ?? []
  const ranks = headings.map((heading, column) =>
    roles[column] === role ? words.indexOf(bare(heading)) : Number.POSITIVE_INFINITY,
  )
  return ranks.indexOf(Math.min(...ranks.map((rank) => (rank < 0 ? words.length : rank))))
}

function roleOf(heading: string): ColumnRole {
  const words = bare(heading)
  if (words === '') return 'ignore'
  return columnWords.find(([, names]) => names.includes(words))?.[0] ?? 'ignore'
}

function bare(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
    .replace(/^#$/, 'nr')
}

/** Without headings: short distinct values are numbers, the longest texts are statements, other words titles. */
function rolesByContent(table: Table): ColumnRole[] {
  const columns = (table.rows[0] ?? []).map((_, column) => {
    const cells = table.rows.map((row) => row[column] ?? '').filter((cell) => cell !== '')
    const length = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(cells.length, 1)
    const looksNumbered =
      cells.length > 0 &&
      new Set(cells).size === cells.length &&
      cells.every((cell) => cell.length <= 20 && /\d/.test(cell) && !/\s\S+\s/.test(cell))
    return { column, length, looksNumbered }
  })
  const roles: ColumnRole[] = columns.map(() => 'ignore')
  const number = columns.find((column) => column.looksNumbered)
  if (number) roles[number.column] = 'number'
  const texts = columns.filter((column) => column !== number && column.length > 0)
  const [longest] = texts.toSorted((one, other) => other.length - one.length)
  const title = texts.find((column) => column !== longest) ?? longest
  if (longest && longest !== title) roles[longest.column] = 'statement'
  if (title) roles[title.column] = 'title'
  return roles
}
