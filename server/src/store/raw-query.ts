import { CompiledQuery, PostgresAdapter } from 'kysely'
import type { Reader, Store } from './store.ts'

/** Values that both databases take. */
export type Value = string | number | Uint8Array | null

/**
 * Runs SQL that is written out: on the path of every keystroke, where building a query costs more than running it.
 * Both databases have the same SQL (parameters `$1`, `$2`, …) but for the words that `forKind` replaces.
 */
export async function runSql<Row>(
  db: Reader,
  sql: string,
  values: readonly Value[],
): Promise<readonly Row[]> {
  return (await db.getExecutor().executeQuery<Row>(CompiledQuery.raw(sql, [...values]))).rows
}

/** The same for SQL that changes rows: gives how many. */
export async function changeRows(db: Reader, sql: string, values: readonly Value[]): Promise<number> {
  const { numAffectedRows } = await db.getExecutor().executeQuery(CompiledQuery.raw(sql, [...values]))
  return Number(numAffectedRows ?? 0n)
}

/** SQL for one kind of database: the names of parameters, the type of bytes, and row locks, of which SQLite has none. */
export function forKind(kind: Store['kind'], sql: string): string {
  if (kind === 'postgres') return sql.replaceAll(/\bbytes\b/g, 'bytea')
  return sql
    .replaceAll(/\$(\d+)/g, '?$1')
    .replaceAll(/\bbytes\b/g, 'blob')
    .replaceAll(/\bfor (update|key share)\b/g, '')
}

/** `($1, $2), ($3, $4), …` for so many rows. */
export function placeholders(rows: number, columns: number): string {
  const row = (at: number) =>
    `(${Array.from({ length: columns }, (_, column) => `$${at * columns + column + 1}`)})`
  return Array.from({ length: rows }, (_, at) => row(at)).join(', ')
}

/** Which database a connection or transaction speaks to. */
export function kindOf(db: Reader): Store['kind'] {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
}
