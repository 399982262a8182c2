import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely'
import { sqliteError } from './sqlite-error.ts'

/** Prepared statements kept by their SQL; more distinct ones than this begin again. */
const keptStatements = 500

/** A `node:sqlite` connection as Kysely wants it, with its prepared statements kept and its errors the store's. */
export function kyselyDatabase(raw: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => raw.close(),
    prepare(sql) {
      const known = kept.get(sql)
      if (known !== undefined) return known
      const statement = kyselyStatement(translated(() => raw.prepare(sql)))
      if (kept.size >= keptStatements) kept.clear()
      kept.set(sql, statement)
      return statement
    },
  }
}

function kyselyStatement(statement: StatementSync): SqliteStatement {
  const bound = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[]
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => translated(() => statement.all(...bound(parameters))),
    run: (parameters) => translated(() => statement.run(...bound(parameters))),
    iterate: (parameters) => statement.iterate(...bound(parameters)),
  }
}

function translated<T>(operation: () => T): T {
  try {
    return operation()
  } catch (error) {
    throw sqliteError(error)
  }
}

/** Gives the right to be the only one on the writing connection, and the function that hands it back. */
export type Exclusive = () => Promise<() => void>

/**
 * Kysely's SQLite dialect for a connection that writes: transactions take the write lock at once, so that none fails
 * half-way because another process wrote meanwhile, and what changes the tables is rolled back like everything else.
 */
export class WritingDialect extends SqliteDialect {
  readonly #raw: DatabaseSync
  readonly #exclusive: Exclusive | null

  constructor(raw: DatabaseSync, exclusive: Exclusive | null) {
    super({ database: kyselyDatabase(raw) })
    this.#raw = raw
    this.#exclusive = exclusive
  }

  override createDriver(): Driver {
    return new WritingDriver(this.#raw, this.#exclusive)
  }

  override createAdapter(): SqliteAdapter {
    return new WritingAdapter()
  }
}

class WritingAdapter extends SqliteAdapter {
  /** Who may use the connection is decided by the queue; a second lock would stay taken where that refuses. */
  override get supportsMultipleConnections(): boolean {
    return true
  }

  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class WritingDriver extends SqliteDriver {
  readonly #raw: DatabaseSync
  readonly #exclusive: Exclusive | null
  #release = () => {}

  constructor(raw: DatabaseSync, exclusive: Exclusive | null) {
    super({ database: kyselyDatabase(raw) })
    this.#raw = raw
    this.#exclusive = exclusive
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#exclusive !== null) this.#release = await this.#exclusive()
    return super.acquireConnection()
  }

  override async releaseConnection(): Promise<void> {
    this.#release()
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite itself rolls back when the disk is full or a write failed; a second rollback would hide that error.
    if (this.#raw.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  /** The connection is closed by whoever opened it. */
  override async destroy(): Promise<void> {}
}
