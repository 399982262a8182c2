import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort, until } from '../services/wait.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A running server of a test: the real process, with a data folder of its own. */
export type Parley = {
  readonly url: string
  readonly dataFolder: string
  readonly pid: () => number
  /** Everything the process wrote so far. */
  readonly output: () => string
  /** Ends the process as an operator would, by SIGTERM, and answers its exit code. */
  readonly stop: () => Promise<number | null>
  /** Ends the process at once, by SIGKILL. */
  readonly kill9: () => Promise<void>
  /** Starts the process again on the same port and data. */
  readonly restart: () => Promise<void>
  /** Ends the process and removes its data. */
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

type Options = {
  /** Settings on top of PORT, DATA_DIR and PUBLIC_URL; nothing else of ours reaches the process but PATH and HOME. */
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /** A program with its arguments that is given ours to run, and becomes it: a tracer, say. */
  readonly under?: readonly string[]
}

const isReady = async (url: string): Promise<boolean> => {
  const response = await fetch(`${url}/readyz`).catch(() => undefined)
  return response?.ok === true
}

/** Starts the server on a free port and waits until it says that it is ready. */
export const startParley = async ({ env = {}, args = [], under = [] }: Options = {}): Promise<Parley> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'parley-data-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let output = ''
  let child: ChildProcess

  const killWithUs = (): void => void child.kill('SIGKILL')
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (!hasEnded()) {
      child.kill(signal)
      await once(child, 'exit')
    }
    process.off('exit', killWithUs)
    return child.exitCode
  }
  const launch = async (): Promise<void> => {
    const { PATH = '', HOME = dataFolder } = process.env
    const NODE_COMPILE_CACHE = join(root, '.tools', 'compiled')
    const [program = '', ...rest] = [...under, process.execPath, 'server/src/main.ts', ...args]
    child = spawn(program, rest, {
      cwd: root,
      env: {
        PATH,
        HOME,
        NODE_COMPILE_CACHE,
        PORT: String(port),
        DATA_DIR: dataFolder,
        PUBLIC_URL: url,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString()
      })
    }
    process.once('exit', killWithUs)
    try {
      await until('the server is ready', () => isReady(url), { milliseconds: 60_000, giveUpWhen: hasEnded })
    } catch (error) {
      await end('SIGKILL')
      throw new Error(`the server did not start:\n${output}`, { cause: error })
    }
  }

  await launch()
  return {
    url,
    dataFolder,
    pid: () => child.pid ?? 0,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill9: async () => void (await end('SIGKILL')),
    restart: async () => {
      await end('SIGTERM')
      await launch()
    },
    [Symbol.asyncDispose]: async () => {
      await end('SIGTERM')
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
