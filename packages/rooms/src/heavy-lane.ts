import type { Limits } from './limits.ts'
import type { Scheduler } from './scheduler.ts'

/**
 * What heavy rooms share: a batch that takes long is followed by a rest, and rooms whose last batch was heavy wait for
 * it. However heavy texts are and however many, the other rooms keep their part of the processor.
 */
export class HeavyLane {
  readonly #scheduler: Scheduler
  readonly #limits: Limits
  #freeAt = 0

  constructor(scheduler: Scheduler, limits: Limits) {
    this.#scheduler = scheduler
    this.#limits = limits
  }

  /** Runs a piece of a room's work, which must not wait, and gives how long the room has to rest for it. */
  measure<T>(load: Load, work: () => T): T {
    const before = this.#scheduler.used()
    try {
      return work()
    } finally {
      load.used += this.#scheduler.used() - before
    }
  }

  /** Whether the batch has taken so long that others must not wait for more of it. */
  isHeavy(load: Load): boolean {
    return load.used >= this.#limits.heavyBatch
  }

  /** Ends a batch: milliseconds until the room may begin the next. */
  rest(load: Load): number {
    const { used } = load
    const isHeavy = this.isHeavy(load)
    load.used = 0
    if (!isHeavy) return 0
    const now = this.#scheduler.now()
    this.#freeAt = Math.max(now, this.#freeAt) + used * this.#limits.heavyRest
    return this.#freeAt - now
  }
}

/** Milliseconds of processor time that a room's batch has used so far. */
export interface Load {
  used: number
}
