import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Database } from '../schema.ts'
import type { Store } from '../store.ts'
import { firstTables } from './first-tables.ts'
import { parameterMany } from './parameter-many.ts'

/** In order; what has been released is never changed. */
const migrations = (kind: Store['kind']): Record<string, Migration> => ({
  '0001-first-tables': firstTables(kind),
  '0002-parameter-many': parameterMany,
})

/** Brings the tables up to date: all of it or, where a step fails, nothing. */
export async function runMigrations(db: Kysely<Database>, kind: Store['kind']): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations(kind) },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
