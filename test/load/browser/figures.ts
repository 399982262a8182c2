/** The value below which this share of the values lies (nearest rank); NaN of none. */
const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** The middle value. */
const median = (values: readonly number[]): number => quantile(values, 0.5)

/** One line of a table: what was measured, the figures, and what they must stay below, all in milliseconds. */
export interface Line {
  readonly what: string
  readonly values: readonly number[]
  /** Which figure the goal is about; the median unless told. */
  readonly of?: 'median' | 'p95' | 'worst'
  readonly goal?: number
}

const shown = (value: number): string => value.toFixed(value < 20 ? 1 : 0)

/** Prints one Markdown table, as it goes into `docs/benchmarks.md`. */
export const printTable = (title: string, lines: readonly Line[]): void => {
  const rows = lines.map(({ what, values, of = 'median', goal }) => {
    const figures = { median: median(values), p95: quantile(values, 0.95), worst: Math.max(...values) }
    const verdict = goal === undefined ? '' : figures[of] <= goal ? 'yes' : 'NO'
    const wanted = goal === undefined ? '' : `${of} ≤ ${goal}`
    const cells = [values.length, shown(figures.median), shown(figures.p95), shown(figures.worst)]
    return `| ${what} | ${cells.join(' | ')} | ${wanted} | ${verdict} |`
  })
  const head = ['| ms | n | median | p95 | worst | goal | met |', '|---|---:|---:|---:|---:|---|---|']
  console.log(['', `### ${title}`, '', ...head, ...rows].join('\n'))
}
