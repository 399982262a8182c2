import { openPostgres } from './postgres/open-postgres.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'
import type { Store } from './store.ts'

export interface StoreConfig {
  /** `postgres://…`; without it the embedded database in `dataDir` is used. */
  readonly databaseUrl?: string | undefined
  readonly dataDir: string
}

/** Opens the database with its tables up to date; rejects with a `StoreError` where it does not answer. */
export function openStore({ databaseUrl, dataDir }: StoreConfig): Promise<Store> {
  return databaseUrl === undefined ? openSqlite(dataDir) : openPostgres(databaseUrl)
}
