import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { App } from '../app.ts'
import { readConfig } from '../config.ts'
import { makeServer } from '../make-server.ts'
import type { Store } from '../store/index.ts'
import { openTemporaryStore } from '../store/testing/temporary-store.ts'
import { TestClient } from './test-client.ts'

/** A real server on a port of its own, over a database of its own. */
export interface TestServer {
  readonly app: App
  readonly url: string
  /** A browser or program of its own, signed in as nobody. */
  client(): TestClient
  /** Ends the server and removes its database. */
  remove(): Promise<void>
}

/** Starts a server for a test; `environment` adds settings. */
export async function startTestServer(
  kind: Store['kind'] = 'sqlite',
  environment: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<TestServer> {
  const database = await openTemporaryStore(kind)
  const dataDir = mkdtempSync(join(tmpdir(), 'parley-server-'))
  const databaseUrl = database.config.databaseUrl
  const config = readConfig(
    {
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
      ...environment,
    },
    args,
  )
  const server = await makeServer(config, pino({ level: process.env.TEST_LOG ?? 'fatal' }))
  const { port } = await server.listen()
  const url = `http://127.0.0.1:${port}`
  return {
    app: server.app,
    url,
    client: () => new TestClient(url),
    async remove() {
      await server.close()
      await database.remove()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
