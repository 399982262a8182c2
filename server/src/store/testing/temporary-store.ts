import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@parley/model'
import pg from 'pg'
import { openStore, type StoreConfig } from '../open-store.ts'
import type { Store } from '../store.ts'

/** A database of a test's own. */
export interface TemporaryStore {
  readonly store: Store
  /** What opens the same database again, as a second server would. */
  readonly config: StoreConfig
  /** Closes the store and removes the database. */
  remove(): Promise<void>
}

/** The kinds of database at hand: PostgreSQL where the tests' set-up found one (test/services/setup.ts). */
export const storeKinds: readonly Store['kind'][] =
  process.env.DATABASE_URL === undefined ? ['sqlite'] : ['sqlite', 'postgres']

/** Opens an empty database. */
export async function openTemporaryStore(kind: Store['kind']): Promise<TemporaryStore> {
  const { config, drop } = kind === 'sqlite' ? makeFolder() : await createDatabase()
  const store = await openStore(config)
  return {
    store,
    config,
    async remove() {
      await store.close()
      await drop()
    },
  }
}

function makeFolder() {
  const dataDir = mkdtempSync(join(tmpdir(), 'parley-store-'))
  return { config: { dataDir }, drop: async () => rmSync(dataDir, { recursive: true }) }
}

async function createDatabase() {
  const server = process.env.DATABASE_URL
  if (server === undefined) throw new Error('DATABASE_URL is not set: no PostgreSQL to test with')
  const name = `parley_test_${newId().toLowerCase().replaceAll('-', '_')}`
  const databaseUrl = new URL(server)
  databaseUrl.pathname = `/${name}`
  await onServer(server, `create database ${name}`)
  return {
    config: { dataDir: '', databaseUrl: databaseUrl.href },
    drop: () => onServer(server, `drop database ${name} with (force)`),
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
