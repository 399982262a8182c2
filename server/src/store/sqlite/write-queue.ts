import type { DatabaseSync } from 'node:sqlite'
import { clearImmediate, setImmediate } from 'node:timers'
import { Kysely, type KyselyPlugin } from 'kysely'
import { insideWrite } from '../inside-write.ts'
import type { Database } from '../schema.ts'
import type { Tx } from '../store.ts'
import { WritingDialect } from './sqlite-dialect.ts'
import { sqliteError } from './sqlite-error.ts'

interface Write {
  readonly type: 'write'
  /** Does the work and gives the function that tells the caller once it is durable. */
  readonly run: (tx: Tx) => Promise<() => void>
  readonly reject: (error: unknown) => void
}

/** Somebody who wants the connection to itself: `granted` is called with what hands it back. */
interface Exclusive {
  readonly type: 'exclusive'
  readonly granted: (release: () => void) => void
}

/** A batch is committed after so many writes or milliseconds, so that nobody waits long for the first of them. */
const batchWrites = 256
const batchMilliseconds = 15

/**
 * The one writer of a SQLite database. Writes that wait together share one commit, hence one fsync; each has a savepoint
 * of its own, so that one that fails takes back only itself. Nobody hears of success before the commit.
 *
 * A batch runs without ever giving the event loop a turn, since `node:sqlite` answers at once. So a turn during a batch
 * means that the work awaited something else, which would hold up everyone: it is refused.
 */
export class WriteQueue {
  readonly #raw: DatabaseSync
  readonly #kysely: Kysely<Database>
  readonly #savepoint: () => void
  readonly #release: () => void
  readonly #rollBackTo: () => void
  #waiting: (Write | Exclusive)[] = []
  #draining: Promise<void> | null = null
  #closed = false

  constructor(raw: DatabaseSync) {
    this.#raw = raw
    this.#kysely = new Kysely<Database>({ dialect: new WritingDialect(raw, null) })
    this.#savepoint = prepared(raw, 'savepoint work')
    this.#release = prepared(raw, 'release work')
    this.#rollBackTo = prepared(raw, 'rollback to work')
  }

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const run = async (tx: Tx) => {
        const result = await insideWrite((stillOpen: KyselyPlugin) => work(tx.withPlugin(stillOpen)))
        return () => resolve(result)
      }
      this.#enqueue({ type: 'write', run, reject })
    })
  }

  /** Waits for its turn, then keeps everybody else away until the given function is called. */
  exclusive(): Promise<() => void> {
    return new Promise((granted) => this.#enqueue({ type: 'exclusive', granted }))
  }

  /** Ends after everything that waits. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#draining
  }

  #enqueue(job: Write | Exclusive): void {
    if (this.#closed) throw sqliteError(new Error('the store is closed'))
    this.#waiting.push(job)
    this.#draining ??= this.#drain()
  }

  async #drain(): Promise<void> {
    // A turn of the event loop lets everything that has arrived with this one into the same batch.
    for (await turn(); this.#waiting.length > 0; await turn()) {
      const first = this.#waiting[0]
      if (first?.type === 'exclusive') {
        this.#waiting.shift()
        await new Promise<void>((release) => first.granted(release))
      } else await this.#commitBatch()
    }
    this.#draining = null
  }

  async #commitBatch(): Promise<void> {
    const begun: Write[] = []
    try {
      const outcomes = await this.#kysely.transaction().execute((tx) => this.#runBatch(tx, begun))
      for (const tell of outcomes) tell()
    } catch (error) {
      // Where the transaction could not even begin, those who wait hear of it instead of waiting for another try.
      if (begun.length === 0) begun.push(...this.#takeWrites())
      for (const job of begun) job.reject(sqliteError(error))
    }
  }

  async #runBatch(tx: Tx, begun: Write[]): Promise<(() => void)[]> {
    const watch = new TurnWatch()
    const outcomes: (() => void)[] = []
    const until = performance.now() + batchMilliseconds
    try {
      while (begun.length < batchWrites && (begun.length === 0 || performance.now() < until)) {
        const job = this.#waiting[0]
        if (job?.type !== 'write') break
        this.#waiting.shift()
        begun.push(job)
        outcomes.push(await this.#attempt(job, tx, watch))
      }
    } finally {
      watch.stop()
    }
    return outcomes
  }

  async #attempt(job: Write, tx: Tx, watch: TurnWatch): Promise<() => void> {
    this.#savepoint()
    try {
      const tell = await watch.refuseTurns(job.run(tx))
      this.#release()
      return tell
    } catch (error) {
      // Where SQLite rolled back everything by itself (disk full), the whole batch has failed.
      if (!this.#raw.isTransaction) throw error
      this.#rollBackTo()
      this.#release()
      return () => job.reject(error)
    }
  }

  #takeWrites(): Write[] {
    const writes = this.#waiting.filter((job) => job.type === 'write')
    this.#waiting = this.#waiting.filter((job) => job.type === 'exclusive')
    return writes
  }
}

/** Notices when the event loop gets a turn while something runs that should only await what answers at once. */
class TurnWatch {
  #immediate: NodeJS.Immediate
  #refuse: (error: Error) => void = () => {}

  constructor() {
    this.#immediate = this.#arm()
  }

  refuseTurns<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#refuse = reject
      work.then(resolve, reject)
    })
  }

  stop(): void {
    clearImmediate(this.#immediate)
  }

  #arm(): NodeJS.Immediate {
    return setImmediate(() => {
      this.#immediate = this.#arm()
      this.#refuse(new Error('a transaction awaited something other than its own queries'))
    })
  }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

function prepared(raw: DatabaseSync, sql: string): () => void {
  const statement = raw.prepare(sql)
  return () => {
    try {
      statement.run()
    } catch (error) {
      throw sqliteError(error)
    }
  }
}
