import type { EditOutcome, Work } from './gate/work.ts'

/** What waits to be judged, in order, and how many bytes of it. */
export class Queue {
  readonly #works: Work[] = []
  #bytes = 0

  get length(): number {
    return this.#works.length
  }

  get bytes(): number {
    return this.#bytes
  }

  push(work: Work): void {
    this.#works.push(work)
    this.#hold(work, 1)
  }

  /** Takes the first ones out, at most `limit`. */
  take(limit: number): Work[] {
    const taken = this.#works.splice(0, limit)
    for (const work of taken) this.#hold(work, -1)
    return taken
  }

  /** Puts works back before all others. */
  putBack(works: readonly Work[]): void {
    this.#works.unshift(...works)
    for (const work of works) this.#hold(work, 1)
  }

  /** Tells the edits that wait what became of them, and forgets everything. */
  end(outcome: EditOutcome): void {
    for (const work of this.take(this.length)) if (work.type === 'edit') work.settle(outcome)
  }

  /** Counts a work's bytes, here and for the person who sent it. */
  #hold(work: Work, sign: 1 | -1): void {
    if (work.type !== 'update') return
    this.#bytes += sign * work.bytes
    work.session.share.hold(sign * work.bytes)
  }
}
