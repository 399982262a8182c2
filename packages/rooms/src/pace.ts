import type { Load } from './heavy-lane.ts'
import type { Limits } from './limits.ts'
import type { PipelineOptions } from './pipeline-options.ts'

type Timing = Pick<PipelineOptions<never, never>, 'scheduler' | 'lane' | 'beat' | 'interval'>

/** When a room's next batch may begin. */
export class Pace {
  readonly #options: Timing
  readonly #load: Load = { used: 0 }
  #begunAt = Number.NEGATIVE_INFINITY
  #restUntil = 0

  constructor(options: Timing) {
    this.#options = options
  }

  /** Milliseconds until the next batch may begin; none where the room was quiet. */
  get wait(): number {
    const { scheduler, interval, beat } = this.#options
    const own = Math.max(this.#begunAt + interval(), this.#restUntil) - scheduler.now()
    return Math.max(own, beat.waitOf(this))
  }

  begin(): void {
    this.#begunAt = this.#options.scheduler.now()
    this.#options.beat.begin(this)
  }

  /** Runs a part of the batch that takes processor time, and must not wait. */
  measure<T>(work: () => T): T {
    return this.#options.lane.measure(this.#load, work)
  }

  /** Whether the batch has taken long already. */
  get isHeavy(): boolean {
    return this.#options.lane.isHeavy(this.#load)
  }

  end(): void {
    this.#restUntil = this.#options.scheduler.now() + this.#options.lane.rest(this.#load)
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
