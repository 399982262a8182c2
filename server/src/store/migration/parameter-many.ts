import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Parameters of which several choices may be made; those there are take one, as before. */
export const parameterMany: Migration = {
  async up(db) {
    await sql`alter table parameter add column many integer not null default 0`.execute(db)
  },
}
