import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** A database of a test's own on the PostgreSQL that DATABASE_URL names. */
export interface PostgresDatabase {
  readonly url: string
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Makes an empty one; disposing drops it, whoever is still connected. */
export const createDatabase = async (server: string): Promise<PostgresDatabase> => {
  const name = `parley_test_${randomBytes(6).toString('hex')}`
  const asOwner = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await asOwner(`create database ${name}`)
  const address = new URL(server)
  address.pathname = `/${name}`
  return {
    url: address.href,
    [Symbol.asyncDispose]: () => asOwner(`drop database if exists ${name} with (force)`),
  }
}
