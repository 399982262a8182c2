import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

/** Where a database is: the folder of SQLite's, or the address of PostgreSQL's. */
export type Database = { readonly folder: string } | { readonly url: string }

/** Reads rows past the server; `$1` in the statement is `value`. */
export async function readRows(database: Database, sql: string, value: string): Promise<readonly unknown[]> {
  if ('folder' in database) {
    const sqlite = new DatabaseSync(join(database.folder, 'parley.db'), { readOnly: true, timeout: 5_000 })
    try {
      return sqlite.prepare(sql.replace('$1', '?')).all(value)
    } finally {
      sqlite.close()
    }
  }
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(sql, [value])).rows
  } finally {
    await client.end()
  }
}
