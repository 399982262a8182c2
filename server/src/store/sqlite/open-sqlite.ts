import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import { assertOutsideWrite, outsideWriteOnly, readsOnly } from '../inside-write.ts'
import { runMigrations } from '../migration/run-migrations.ts'
import type { Database } from '../schema.ts'
import type { Store } from '../store.ts'
import { kyselyDatabase, WritingDialect } from './sqlite-dialect.ts'
import { sqliteError } from './sqlite-error.ts'
import { WriteQueue } from './write-queue.ts'

/** How long to wait for another process (an operator's command) that writes; it blocks this one meanwhile. */
const busyMilliseconds = 2_000

/** Opens the embedded database in a folder, which is made where it is absent, and brings its tables up to date. */
export async function openSqlite(dataDir: string): Promise<Store> {
  const file = join(dataDir, 'parley.db')
  const writer = openFile(dataDir, file)
  try {
    const queue = new WriteQueue(writer)
    const exclusive = () => {
      assertOutsideWrite('accounts')
      return queue.exclusive()
    }
    const accounts = new Kysely<Database>({
      dialect: new WritingDialect(writer, exclusive),
      plugins: [outsideWriteOnly('accounts')],
    })
    await runMigrations(accounts, 'sqlite')
    const reader = new DatabaseSync(file, { readOnly: true, timeout: busyMilliseconds })
    const db = new Kysely<Database>({
      dialect: new SqliteDialect({ database: kyselyDatabase(reader) }),
      plugins: [readsOnly],
    })
    return {
      kind: 'sqlite',
      db,
      accounts,
      async write(work) {
        assertOutsideWrite('write')
        return queue.write(work)
      },
      async close() {
        await queue.close()
        if (reader.isOpen) reader.close()
        if (writer.isOpen) writer.close()
      },
    }
  } catch (error) {
    writer.close()
    throw error
  }
}

function openFile(dataDir: string, file: string): DatabaseSync {
  try {
    mkdirSync(dataDir, { recursive: true })
    const raw = new DatabaseSync(file, { timeout: busyMilliseconds, enableForeignKeyConstraints: true })
    // FULL: in WAL mode every commit is then followed by an fsync before it is acknowledged.
    raw.exec('pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory')
    return raw
  } catch (error) {
    throw sqliteError(error)
  }
}
