import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import pg from 'pg'
import { postgresError } from './postgres-error.ts'

/**
 * How long a statement may take, and a transaction may stand still, before the database ends it. The latter is also how
 * long the locks of a connection that the network lost stand in the way of its successors.
 */
const statementMilliseconds = 8_000
/** After so long we give up ourselves: a database that is frozen, or that the network lost, ends nothing. */
const answerMilliseconds = 10_000
const connectMilliseconds = 5_000

/**
 * A pool whose values are the tables' (numbers, plain bytes). `limited` connections give up after a time; parameters of
 * the address replace ours (`?statement_timeout=…&query_timeout=…`, in milliseconds).
 */
export function openPool(databaseUrl: string, limited: boolean, connections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: connectMilliseconds,
    keepAlive: true,
    application_name: 'parley',
    types: { getTypeParser },
    ...(limited && {
      statement_timeout: statementMilliseconds,
      idle_in_transaction_session_timeout: statementMilliseconds,
      query_timeout: answerMilliseconds,
    }),
  })
  // Without these listeners a connection that breaks would end the process; the next query says so instead.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    client.query(durable).catch(() => {})
  })
  return pool
}

/** A commit must be on disk when it is acknowledged, whatever the database's own setting. */
const durable = `select set_config('synchronous_commit', 'on', false)
  where current_setting('synchronous_commit') = 'off'`

const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (oid, format) => {
  if (format === 'binary') return pg.types.getTypeParser(oid, format)
  if (oid === pg.types.builtins.INT8) return safeInteger
  if (oid === pg.types.builtins.BYTEA) return bytes
  return pg.types.getTypeParser(oid, format)
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`expected an integer below 2^53, got ${text}`)
  return value
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text.slice(2), 'hex'))

/** The pool as Kysely wants it, with its errors the store's. */
export function kyselyPool(pool: pg.Pool): PostgresPool {
  // Kysely knows a connection again by its object.
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await translated(pool.connect())
      const wrapped = known.get(client) ?? kyselyClient(client)
      known.set(client, wrapped)
      return wrapped
    },
  }
}

function kyselyClient(client: pg.PoolClient): PostgresPoolClient {
  function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query(cursor: never): never
  function query(sql: string, parameters: readonly unknown[] = []): unknown {
    return translated(answered(client, client.query(sql, [...parameters])))
  }
  return { query, release: (destroy) => client.release(destroy) }
}

/**
 * What failed without the database having said so leaves its query under way on the connection, and every other one
 * would wait behind it: the connection is given up. Whether a commit was carried out is then unknown.
 */
async function answered<T>(client: pg.PoolClient, operation: Promise<T>): Promise<T> {
  try {
    return await operation
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) client.end().catch(() => {})
    throw error
  }
}

async function translated<T>(operation: Promise<T>): Promise<T> {
  try {
    return await operation
  } catch (error) {
    throw postgresError(error)
  }
}
