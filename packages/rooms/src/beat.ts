import type { Limits } from './limits.ts'
import type { Scheduler } from './scheduler.ts'

/**
 * What all rooms share: where many begin their batches at about the same time, they begin together, in a beat, and the
 * store takes what they write in one commit. Where few do, nobody waits.
 */
export class Beat {
  readonly #scheduler: Scheduler
  readonly #limits: Limits
  #at = Number.NEGATIVE_INFINITY
  /** Who began in this beat, and how many in the one before. */
  #begun = new Set<object>()
  #before = 0

  constructor(scheduler: Scheduler, limits: Limits) {
    this.#scheduler = scheduler
    this.#limits = limits
  }

  /** Milliseconds until a room may begin; none where few others do. */
  waitOf(room: object): number {
    const left = this.#at + this.#limits.beat - this.#scheduler.now()
    const others = this.#begun.size - (this.#begun.has(room) ? 1 : 0)
    return left > 0 && Math.max(this.#before, others) >= this.#limits.manyRooms ? left : 0
  }

  begin(room: object): void {
    const { beat } = this.#limits
    const now = this.#scheduler.now()
    if (now >= this.#at + beat) {
      this.#before = now < this.#at + 2 * beat ? this.#begun.size : 0
      this.#begun = new Set()
      this.#at = now
    }
    this.#begun.add(room)
  }
}
