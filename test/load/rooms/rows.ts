import type { Contenders } from './contenders.ts'

/** What one measurement gave for each server, ready to be printed. */
export interface Row {
  readonly what: string
  /** The value of each server that was measured. */
  readonly values: Partial<Readonly<Record<keyof Contenders, string>>>
  readonly goal: string
  /** How Parley stands to the goal in this run. */
  readonly outcome: string
  readonly isMet: boolean
}

const columns: readonly (readonly [name: keyof Contenders, title: string])[] = [
  ['parley', 'Parley'],
  ['yWebsocket', 'y-websocket'],
  ['yWebsocketStored', '+ leveldb'],
  ['hocuspocus', 'hocuspocus'],
  ['hocuspocusStored', '+ SQLite'],
  ['relay', 'relay'],
  ['coalescingRelay', 'relay 20 ms'],
]

/** Prints the rows as one table in Markdown, its columns aligned. */
export function printRows(rows: readonly Row[]): void {
  const head = ['measured', ...columns.map(([, title]) => title), 'goal', 'this run', '']
  const lines = rows.map(({ what, values, goal, outcome, isMet }) => [
    what,
    ...columns.map(([name]) => values[name] ?? '–'),
    goal,
    outcome,
    isMet ? 'met' : 'MISSED',
  ])
  const widths = head.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  )
  const show = (line: readonly string[]) =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  console.log(show(head))
  console.log(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`)
  for (const line of lines) console.log(show(line))
}

/** A number with three figures that count, thousands set apart. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: Math.min(digits, 2) })
}
