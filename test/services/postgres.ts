import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, chownSync, constants, globSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { Client } from 'pg'
import { freePort, until } from './wait.ts'

/** What to do where no PostgreSQL can be had. */
export const postgresAdvice =
  'set DATABASE_URL, or install PostgreSQL (Debian: apt-get install postgresql; macOS: brew install postgresql).'

const standardUrl = 'postgres://postgres@127.0.0.1:5432/postgres'

const answers = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  try {
    await client.connect()
    const { rows } = await client.query(
      'select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user',
    )
    return rows[0]?.may === true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The address of a running PostgreSQL in which tests may create databases: DATABASE_URL's, or the standard local one. */
export const reachPostgres = async (): Promise<string | undefined> => {
  const url = process.env.DATABASE_URL ?? standardUrl
  return (await answers(url)) ? url : undefined
}

/** The folder of PostgreSQL's own programs, the newest version first. */
export const findPostgresPrograms = (): string | undefined => {
  const versioned = globSync([
    '/usr/lib/postgresql/*/bin',
    '/opt/homebrew/opt/postgresql*/bin',
    '/usr/pgsql-*/bin',
  ])
  const newestFirst = versioned.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  return [...newestFirst, ...(process.env.PATH ?? '').split(delimiter)].find((folder) => {
    try {
      for (const name of ['initdb', 'postgres']) accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** PostgreSQL refuses to run as root: then it runs as the user that the distribution made for it, or as nobody. */
const serviceUser = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string, name: string): number =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', name), gid: id('-g', name) }
    } catch {
      // reason: this machine has no such user; the next may do
    }
  }
  return undefined
}

/** A PostgreSQL of our own, in a folder that goes with it. */
export type PrivatePostgres = {
  readonly url: string
  /** Ends it in the middle of everything; the data stay. */
  readonly crash: () => Promise<void>
  /** Starts it again with the same data. */
  readonly resume: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts a private PostgreSQL on a free port, without fsync: what it holds is thrown away. */
export const startPostgres = async (programs: string): Promise<PrivatePostgres> => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-postgres-'))
  const user = serviceUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const as = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C', HOME: folder } }
  const data = join(folder, 'data')
  const initArgs = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']
  execFileSync(join(programs, 'initdb'), initArgs, { ...as, stdio: 'pipe' })
  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'max_connections=200',
  ]
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const launch = async (): Promise<(signal: NodeJS.Signals) => Promise<void>> => {
    const server = spawn(join(programs, 'postgres'), args, { ...as, stdio: 'ignore' })
    const ended = once(server, 'exit')
    await until('the private PostgreSQL answers', () => answers(url), {
      giveUpWhen: () => server.exitCode !== null,
    })
    return async (signal) => {
      server.kill(signal)
      await ended
    }
  }
  let end = await launch()
  return {
    url,
    crash: () => end('SIGQUIT'), // an immediate shutdown
    resume: async () => {
      end = await launch()
    },
    stop: async () => {
      await end('SIGINT') // a fast shutdown: sessions are ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
