import { Worker } from 'node:worker_threads'
import { ProblemError } from '../../problem-error.ts'
import { readProblem } from '../read-problem.ts'
import { carryOut, type ReadingJob, type ReadingOutcome, type Readings } from './job.ts'

/** What one reading may take; beyond it, it is refused and its thread ended. */
export interface ReadingLimits {
  /** Characters that are read without a thread, since they take no longer than it takes to begin one. */
  readonly atOnce: number
  readonly milliseconds: number
  /** Of the thread's heap. */
  readonly megabytes: number
  /** Threads at a time; who comes later waits. */
  readonly threads: number
  /** Milliseconds for which a thread is kept without work. */
  readonly idle: number
}

/** The limits of a server; the largest file that is accepted takes a few seconds and a few hundred megabytes. */
export const defaultReadingLimits: ReadingLimits = {
  atOnce: 700_000,
  milliseconds: 60_000,
  megabytes: 1_024,
  threads: 2,
  idle: 60_000,
}

/** Reads uploads, larger ones in threads of their own: nobody else waits while a large or a hostile one is read. */
export interface Readers {
  /** What a job makes of an upload; throws a refusal in the job's language where it cannot be read. */
  read<Job extends ReadingJob>(job: Job): Promise<Readings[Job['type']]>
  /** Ends all threads. */
  close(): Promise<void>
}

/** Makes the readers of a server; their threads begin when they are first needed. */
export function makeReaders(limits: ReadingLimits = defaultReadingLimits): Readers {
  const idle = new Map<Worker, NodeJS.Timeout>()
  const all = new Set<Worker>()
  const waiting: (() => void)[] = []
  let busy = 0

  function begin(): Worker {
    const [kept] = idle.keys()
    if (kept !== undefined) {
      clearTimeout(idle.get(kept))
      idle.delete(kept)
      kept.ref()
      return kept
    }
    const worker = new Worker(new URL('./thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    })
    all.add(worker)
    worker.once('exit', () => {
      all.delete(worker)
      clearTimeout(idle.get(worker))
      idle.delete(worker)
    })
    return worker
  }

  function rest(worker: Worker): void {
    worker.unref()
    const end = () => void worker.terminate()
    idle.set(worker, setTimeout(end, limits.idle).unref())
  }

  async function turn(): Promise<() => void> {
    if (busy >= limits.threads) await new Promise<void>((resolve) => waiting.push(resolve))
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
      const worker = begin()
      try {
        const outcome = await outcomeOf(worker, job, limits.milliseconds)
        rest(worker)
        return readingOf(outcome, job)
      } finally {
        done()
      }
    },
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}

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

/** Hands a job to a thread. Where it takes too long or too much memory, or fails, the thread is ended. */
async function outcomeOf(worker: Worker, job: ReadingJob, milliseconds: number): Promise<ReadingOutcome> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadingOutcome>()
  const timer = setTimeout(() => reject(new ProblemError('too-costly')), milliseconds)
  const fail = (error: Error) => {
    const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    reject(isOutOfMemory ? new ProblemError('too-costly') : error)
  }
  const end = () => reject(new Error('expected an outcome, but the thread that reads has ended'))
  worker.once('message', resolve)
  worker.once('error', fail)
  worker.once('exit', end)
  try {
    worker.postMessage(job)
    return await promise
  } catch (error) {
    await worker.terminate()
    throw error
  } finally {
    clearTimeout(timer)
    worker.off('message', resolve)
    worker.off('error', fail)
    worker.off('exit', end)
  }
}
