import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../services/wait.ts'
import type { Dialect } from './dialect.ts'
import { prepareParley } from './parley-world.ts'
import { PinnedProcess } from './pinned-process.ts'
import type { Running } from './running.ts'
import { seed } from './seed.ts'

/** A server that can be started anew for each measurement. */
export interface Contender {
  readonly name: string
  /** Starts it with so many texts and people. */
  start(texts: number, people: number): Promise<Running>
}

const peersFolder = fileURLToPath(new URL('../peers', import.meta.url))

/** Installs the peers where they are missing: they are no part of the workspace and of its lock file. */
export function installPeers(): void {
  if (existsSync(join(peersFolder, 'node_modules', '@hocuspocus', 'server'))) return
  console.error('installing the servers to compare with (once, takes minutes)')
  const args = ['install', '--no-package-lock', '--no-audit', '--no-fund']
  execFileSync('npm', args, { cwd: peersFolder, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** A server's data folder, its process, and how both are left behind. */
async function launched(
  pinned: boolean,
  script: string,
  env: (folder: string, port: number) => Readonly<Record<string, string>>,
) {
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const port = await freePort()
  const process = new PinnedProcess(
    { script, env: env(folder, port), port },
    pinned,
    join(folder, 'memory.json'),
  )
  const stop = async () => {
    await process.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await process.start()
  } catch (error) {
    await stop()
    throw error
  }
  return { folder, port, process, stop }
}

interface Peer {
  readonly name: string
  readonly script: string
  readonly dialect: Dialect
  readonly keeps?: boolean
  readonly env?: (folder: string) => Readonly<Record<string, string>>
}

const peer = (
  pinned: boolean,
  { name, script, dialect, keeps = false, env = () => ({}) }: Peer,
): Contender => ({
  name,
  async start(count) {
    const { port, process, stop } = await launched(pinned, join(peersFolder, script), env)
    const texts = Array.from({ length: count }, (_, number) => `text-${number}`)
    const path = dialect === 'hocuspocus' ? () => '/' : (text: string) => `/${text}`
    const running: Running = { name, dialect, port, path, token: () => null, process, texts, keeps, stop }
    if (dialect !== 'relay') await seed(running)
    return running
  },
})

/** Parley as `npm start` runs it, with everything on. */
const parley = (pinned: boolean): Contender => ({
  name: 'Parley',
  async start(count, people) {
    const { folder, port, process, stop } = await launched(pinned, 'server/src/main.ts', (data, at) => ({
      DATA_DIR: data,
      HOST: '127.0.0.1',
      PUBLIC_URL: `http://127.0.0.1:${at}`,
      LOG_LEVEL: 'warn',
      // reason: ten writers are to bring a server to its limit, and hundreds of clients to come at once
      UPDATES_PER_SECOND: '100000',
      CONNECTIONS_PER_SECOND: '10000',
    }))
    try {
      const { texts, tokens } = await prepareParley(port, folder, count, people)
      return {
        name: 'Parley',
        dialect: 'y-websocket',
        port,
        path: (text) => `/sync/${text}?features=committed,rejected`,
        token: (person) => tokens[person % tokens.length] ?? null,
        process,
        texts,
        keeps: true,
        stop,
      }
    } catch (error) {
      await stop()
      throw error
    }
  },
})

/** All of them, by the short names that the measurements use. */
export const makeContenders = (pinned: boolean) => ({
  parley: parley(pinned),
  yWebsocket: peer(pinned, { name: 'y-websocket', script: 'y-websocket.mjs', dialect: 'y-websocket' }),
  yWebsocketStored: peer(pinned, {
    name: 'y-websocket + y-leveldb',
    script: 'y-websocket.mjs',
    dialect: 'y-websocket',
    keeps: true,
    env: (folder) => ({ YPERSISTENCE: join(folder, 'leveldb') }),
  }),
  hocuspocus: peer(pinned, { name: 'hocuspocus', script: 'hocuspocus.mjs', dialect: 'hocuspocus' }),
  hocuspocusStored: peer(pinned, {
    name: 'hocuspocus + SQLite',
    script: 'hocuspocus.mjs',
    dialect: 'hocuspocus',
    keeps: true,
    env: (folder) => ({ DATABASE: join(folder, 'documents.db') }),
  }),
  relay: peer(pinned, { name: 'relay', script: 'relay.mjs', dialect: 'relay' }),
  coalescingRelay: peer(pinned, {
    name: 'relay, 20 ms',
    script: 'relay.mjs',
    dialect: 'relay',
    env: () => ({ WINDOW: '20' }),
  }),
})

export type Contenders = ReturnType<typeof makeContenders>
