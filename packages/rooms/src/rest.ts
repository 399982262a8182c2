import type { Limits } from './limits.ts'
import type { Replica } from './replica.ts'
import type { Scheduler } from './scheduler.ts'

/** Bytes of a document that take a millisecond longer to fall asleep, since waking takes the longer. */
const bytesInMillisecond = 10

/** Lets the document of a room fall asleep where nobody has used it for long enough. */
export class Rest {
  readonly #limits: Limits
  readonly #scheduler: Scheduler
  /** When the document was used last, so far as was looked. */
  #usedAt: number

  constructor(limits: Limits, scheduler: Scheduler) {
    this.#limits = limits
    this.#scheduler = scheduler
    this.#usedAt = scheduler.now()
  }

  /** Looks after the document; to be called again and again. */
  look(replica: Replica, isIdle: boolean): void {
    const now = this.#scheduler.now()
    const patience = this.#limits.awake + replica.bytes / bytesInMillisecond
    if (!isIdle || replica.wasUsed()) this.#usedAt = now
    else if (now - this.#usedAt >= patience) replica.fallAsleep()
  }
}
