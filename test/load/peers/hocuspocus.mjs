// @hocuspocus/server with its defaults. DATABASE names a file to keep documents in, with the schema and the statements
// of @hocuspocus/extension-sqlite 4.7 over Node's own SQLite: that package needs a binary for each version of Node.
import { DatabaseSync } from 'node:sqlite'
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'

const sqlite = (file) => {
  const database = new DatabaseSync(file)
  database.exec(
    'CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))',
  )
  const select = database.prepare('SELECT data FROM "documents" WHERE name = $name ORDER BY rowid DESC')
  const upsert = database.prepare(
    'INSERT INTO "documents" ("name", "data") VALUES ($name, $data) ON CONFLICT(name) DO UPDATE SET data = $data',
  )
  return new Database({
    fetch: async ({ documentName }) => select.get({ name: documentName })?.data ?? null,
    store: async ({ documentName, state }) => void upsert.run({ name: documentName, data: state }),
  })
}

const file = process.env.DATABASE
const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: file ? [sqlite(file)] : [],
})
await server.listen()
