import { Kysely, PostgresDialect } from 'kysely'
import { assertOutsideWrite, insideWrite, outsideWriteOnly, readsOnly } from '../inside-write.ts'
import { runMigrations } from '../migration/run-migrations.ts'
import type { Database } from '../schema.ts'
import type { Store } from '../store.ts'
import { kyselyPool, openPool } from './postgres-pool.ts'

const connections = 20

/** Connects to a PostgreSQL database and brings its tables up to date; several servers may do so at once. */
export async function openPostgres(databaseUrl: string): Promise<Store> {
  await migrate(databaseUrl)
  const writer = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: kyselyPool(openPool(databaseUrl, true, connections)) }),
  })
  return {
    kind: 'postgres',
    db: writer.withPlugin(readsOnly),
    accounts: writer.withPlugin(outsideWriteOnly('accounts')),
    async write(work) {
      assertOutsideWrite('write')
      return writer.transaction().execute((tx) => insideWrite((stillOpen) => work(tx.withPlugin(stillOpen))))
    },
    close: () => writer.destroy(),
  }
}

/** Over a connection of its own without time limits: it waits for another server's migration. */
async function migrate(databaseUrl: string): Promise<void> {
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: kyselyPool(openPool(databaseUrl, false, 1)) }),
  })
  try {
    await runMigrations(db, 'postgres')
  } finally {
    await db.destroy()
  }
}
