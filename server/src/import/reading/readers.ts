import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ProblemError } from '../../problem-error.ts'
import { readProblem } from '../read-problem.ts'
import { carryOut, type ReadingJob, type ReadingOutcome, type Readings } from './job.ts'

/** What one reading may take; beyond it, it is refused and its process ended. */
export interface ReadingLimits {
  /** Characters that are read without a process, since they take no longer than it takes to begin one. */
  readonly atOnce: number
  readonly milliseconds: number
  /** Of the process's heap. */
  readonly megabytes: number
  /** Processes at a time; who comes later waits. */
  readonly processes: number
  /** Milliseconds for which a process is kept without work. */
  readonly idle: number
}

/** The limits of a server; the largest file that is accepted takes a few seconds and a few hundred megabytes. */
export const defaultReadingLimits: ReadingLimits = {
  atOnce: 700_000,
  milliseconds: 60_000,
  megabytes: 1_024,
  processes: 2,
  idle: 60_000,
}

/**
 * Reads uploads, larger ones in processes of their own: nobody else waits while a large or a hostile one is read, and one
 * that runs out of memory ends nothing but its process (a thread would take the server with it).
 */
export interface Readers {
  /** What a job makes of an upload; throws a refusal in the job's language where it cannot be read. */
  read<Job extends ReadingJob>(job: Job): Promise<Readings[Job['type']]>
  /** Ends all processes. */
  close(): Promise<void>
}

/** Makes the readers of a server; their processes begin when they are first needed. */
export function makeReaders(limits: ReadingLimits = defaultReadingLimits): Readers {
  const idle = new Map<ChildProcess, NodeJS.Timeout>()
  const all = new Set<ChildProcess>()
  const waiting: (() => void)[] = []
  let busy = 0

  function begin(): ChildProcess {
    const [kept] = idle.keys()
    if (kept !== undefined) {
      clearTimeout(idle.get(kept))
      idle.delete(kept)
      kept.ref()
      kept.channel?.ref()
      return kept
    }
    const { PATH, NODE_COMPILE_CACHE } = process.env
    const child = fork(script, {
      execArgv: [`--max-old-space-size=${limits.megabytes}`],
      // What reads strangers' files knows no secret of the server's.
      env: { PATH, NODE_COMPILE_CACHE },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    all.add(child)
    const forget = () => {
      all.delete(child)
      clearTimeout(idle.get(child))
      idle.delete(child)
    }
    child.on('error', forget)
    child.once('exit', forget)
    return child
  }

  function rest(child: ChildProcess): void {
    if (!all.has(child)) return
    child.unref()
    child.channel?.unref()
    idle.set(child, setTimeout(() => child.kill('SIGKILL'), limits.idle).unref())
  }

  async function turn(): Promise<() => void> {
    if (busy >= limits.processes) await new Promise<void>((resolve) => waiting.push(resolve))
    busy += 1
    return () => {
      busy -= 1
      waiting.shift()?.()
    }
  }

  return {
    async read<Job extends ReadingJob>(job: Job) {
      if (weightOf(job) <= limits.atOnce) return readingOf<Job>(await carryOut(job), job)
      const done = await turn()
      try {
        const child = begin()
        const outcome = await outcomeOf(child, job, limits.milliseconds)
        rest(child)
        return readingOf(outcome, job)
      } finally {
        done()
      }
    },
    async close() {
      await Promise.all([...all].map(end))
    },
  }
}

const script = fileURLToPath(new URL('./reading-process.ts', import.meta.url))

/** A byte that is packed stands for so many at most (RFC 1951). */
const deflated = 1_032

/** How many characters a job is to read at most. */
function weightOf(job: ReadingJob): number {
  if (job.type === 'table') return job.bytes.length * (job.bytes[0] === 0x50 ? deflated : 1)
  const { upload } = job
  if (upload.kind === 'oscal') return upload.catalogue.length
  return upload.rows.reduce((sum, row) => row.reduce((length, cell) => length + cell.length + 2, sum), 0)
}

function readingOf<Job extends ReadingJob>(outcome: ReadingOutcome, job: Job): Readings[Job['type']] {
  if (!outcome.ok) throw readProblem(outcome.problem, job.language)
  // reason: a job is answered with what its kind makes
  return outcome.value as Readings[Job['type']]
}

/** Hands a job to a process. Where it takes too long or too much memory, or fails, the process is ended. */
async function outcomeOf(
  child: ChildProcess,
  job: ReadingJob,
  milliseconds: number,
): Promise<ReadingOutcome> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadingOutcome>()
  const timer = setTimeout(() => reject(new ProblemError('too-costly')), milliseconds)
  // reason: what comes over the channel is what `reading-process.ts` sends
  const receive = (outcome: unknown) => resolve(outcome as ReadingOutcome)
  const finish = (code: number | null, signal: NodeJS.Signals | null) => {
    const isOutOfMemory = signal === 'SIGABRT' || code === abortedExitCode
    reject(
      isOutOfMemory
        ? new ProblemError('too-costly')
        : new Error(`expected an outcome, but the process that reads ended with ${signal ?? code}`),
    )
  }
  child.once('message', receive)
  child.once('error', reject)
  child.once('exit', finish)
  try {
    // Where it can't be handed over, the process has ended or does now: how it did is what is told.
    child.send(job, (error) => error && child.kill('SIGKILL'))
    return await promise
  } catch (error) {
    await end(child)
    throw error
  } finally {
    clearTimeout(timer)
    child.off('message', receive)
    child.off('error', reject)
    child.off('exit', finish)
  }
}

/** How a process without memory ends where it is not ended by a signal: 128 + SIGABRT. */
const abortedExitCode = 134

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  child.once('exit', () => resolve())
  child.kill('SIGKILL')
  await ended
}
