import type { HeavyLane, Load } from './heavy-lane.ts'
import type { Limits } from './limits.ts'
import type { Scheduler } from './scheduler.ts'

/** When a room's next batch may begin. */
export class Pace {
  readonly #scheduler: Scheduler
  readonly #lane: HeavyLane
  readonly #interval: () => number
  readonly #load: Load = { used: 0 }
  #begunAt = Number.NEGATIVE_INFINITY
  #restUntil = 0

  /** `interval`: milliseconds from the beginning of one batch to that of the next, at least. */
  constructor(scheduler: Scheduler, lane: HeavyLane, interval: () => number) {
    this.#scheduler = scheduler
    this.#lane = lane
    this.#interval = interval
  }

  /** Milliseconds until the next batch may begin; none where the room was quiet. */
  get wait(): number {
    return Math.max(0, this.#begunAt + this.#interval(), this.#restUntil) - this.#scheduler.now()
  }

  begin(): void {
    this.#begunAt = this.#scheduler.now()
  }

  /** Runs a part of the batch that takes processor time, and must not wait. */
  measure<T>(work: () => T): T {
    return this.#lane.measure(this.#load, work)
  }

  /** Whether the batch has taken long already. */
  get isHeavy(): boolean {
    return this.#lane.isHeavy(this.#load)
  }

  end(): void {
    this.#restUntil = this.#scheduler.now() + this.#lane.rest(this.#load)
  }
}

/**
 * The interval between the batches of a room with so many sessions: each batch is sent to everybody, so that a few
 * milliseconds save most of the work where there are many. It grows from none at `manyReaders` to the whole of
 * `mergeWindow` at three times as many.
 */
export function mergeInterval(sessions: number, { manyReaders, mergeWindow }: Limits): number {
  const share = (sessions - manyReaders) / (2 * manyReaders)
  return Math.round(mergeWindow * Math.min(1, Math.max(0, share)))
}
