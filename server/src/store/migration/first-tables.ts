import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Store } from '../store.ts'
import { discussionAndRecordTables } from './discussion-and-record-tables.ts'
import { peopleAndTextTables } from './people-and-text-tables.ts'

/**
 * The tables of schema.ts. People are rows of the account library's `user` table, which it makes itself and which may
 * come later: nothing here refers to it.
 */
export function firstTables(kind: Store['kind']): Migration {
  return {
    async up(db) {
      for (const statement of statements[kind]) await sql.raw(statement).execute(db)
    },
  }
}

const ddl = `${peopleAndTextTables}${discussionAndRecordTables}`

const split = (text: string) =>
  text
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '')

const statements: Record<Store['kind'], readonly string[]> = {
  // SQLite holds columns to their types only in strict tables, and keeps rows in key order only without a rowid.
  sqlite: split(
    ddl
      .replaceAll(/\bbytes\b/g, 'blob')
      .replaceAll(/\bbigint\b/g, 'integer')
      .replace('selected_party_id text', 'selected_party_id text references party')
      .replaceAll(/\) clustered/g, ') strict, without rowid'),
  ),
  // All in one round trip.
  postgres: [
    ddl.replaceAll(/\bbytes\b/g, 'bytea').replaceAll(/\) (strict|clustered)/g, ')'),
    'alter table project add foreign key (selected_party_id) references party',
  ],
}
