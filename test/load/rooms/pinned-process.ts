import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { until } from '../../services/wait.ts'

/** The root of the project. */
const root = fileURLToPath(new URL('../../..', import.meta.url))

const serverCore = '0'
const loadCore = '1'
/** Clock ticks a second in /proc (USER_HZ, the same on every Linux). */
const ticks = 100

/** Puts this process, all its threads, on the core of the load; false where there is one core only, or no Linux. */
export const pinLoad = (): boolean => {
  if (cpus().length < 2) return false
  try {
    execFileSync('taskset', ['-acp', loadCore, String(process.pid)], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export interface Program {
  /** What Node runs, and its arguments. */
  readonly script: string
  readonly args?: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly port: number
}

/** A server as a process of its own on the servers' core, and what it takes of the machine. */
export class PinnedProcess {
  readonly #program: Program
  readonly #pinned: boolean
  readonly #memoryFile: string
  #child: ChildProcess | null = null
  #output = ''

  constructor(program: Program, pinned: boolean, memoryFile: string) {
    this.#program = program
    this.#pinned = pinned
    this.#memoryFile = memoryFile
  }

  get port(): number {
    return this.#program.port
  }

  get pid(): number {
    const pid = this.#child?.pid
    if (pid === undefined) throw new Error('expected a running server')
    return pid
  }

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const { script, args = [], env, port } = this.#program
    const memory = fileURLToPath(new URL('../peers/memory.mjs', import.meta.url))
    const command = [process.execPath, ...profiling(), '--import', memory, script, ...args]
    const [program = '', ...rest] = this.#pinned ? ['taskset', '-c', serverCore, ...command] : command
    const { PATH = '', HOME = '' } = process.env
    const child = spawn(program, rest, {
      cwd: root,
      env: { PATH, HOME, PORT: String(port), NODE_ENV: 'production', MEMORY_FILE: this.#memoryFile, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    process.once('exit', this.#killWithUs)
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.#output = (this.#output + chunk.toString()).slice(-4_000)
      })
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        () => true,
        () => false,
      )
    await until(`${script} answers`, answers, {
      milliseconds: 60_000,
      giveUpWhen: () => hasEnded(child),
    }).catch((error) => {
      throw new Error(`${script} did not start:\n${this.#output}`, { cause: error })
    })
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#child
    if (child === null) return
    this.#child = null
    process.off('exit', this.#killWithUs)
    if (hasEnded(child)) return
    const ended = once(child, 'exit')
    child.kill(signal)
    // reason: not every peer ends by itself while clients are connected
    const late = setTimeout(() => child.kill('SIGKILL'), 8_000)
    await ended
    clearTimeout(late)
  }

  /** Seconds of CPU, user and system, that the process has taken so far. */
  cpu(): number {
    const stat = readFileSync(`/proc/${this.pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticks
  }

  /** Bytes in memory after garbage was collected: the whole process, and what its heap and buffers hold. */
  async memory(): Promise<{ readonly rss: number; readonly used: number }> {
    rmSync(this.#memoryFile, { force: true })
    process.kill(this.pid, 'SIGUSR2')
    let read = ''
    const written = async () => {
      try {
        read = readFileSync(this.#memoryFile, 'utf8')
      } catch {
        return false
      }
      return read.endsWith('}')
    }
    await until('the server has collected its garbage', written)
    const usage: { heapUsed: number; external: number } = JSON.parse(read)
    const pages = Number(readFileSync(`/proc/${this.pid}/statm`, 'utf8').split(' ')[1])
    return { rss: pages * 4_096, used: usage.heapUsed + usage.external }
  }

  readonly #killWithUs = (): void => void this.#child?.kill('SIGKILL')
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** PROFILE_FOLDER keeps a CPU profile of every server there (written when it ends). */
const profiling = (): readonly string[] => {
  const folder = process.env.PROFILE_FOLDER
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`]
}
