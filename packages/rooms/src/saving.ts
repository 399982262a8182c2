import type { Scheduler } from './scheduler.ts'

/** Milliseconds to wait before the store is tried again: from, and at most. */
const firstWait = 100
const longestWait = 5_000

/** Whether the store takes what a room writes: not after a failure, nor while it has long owed an answer. */
export class Saving {
  readonly #scheduler: Scheduler
  readonly #patience: number
  readonly #told: (saving: boolean) => void
  #failures = 0
  #isLate = false

  /** `told` is called with every change; `patience` is how many milliseconds an answer may take. */
  constructor(scheduler: Scheduler, patience: number, told: (saving: boolean) => void) {
    this.#scheduler = scheduler
    this.#patience = patience
    this.#told = told
  }

  get isSaving(): boolean {
    return this.#failures === 0 && !this.#isLate
  }

  /** How long to wait before the next try. */
  get wait(): number {
    return Math.min(longestWait, firstWait * 2 ** Math.min(this.#failures, 6))
  }

  /** Waits for an answer of the store, whatever it is. */
  async answered<T>(answer: Promise<T>): Promise<T> {
    const callOff = this.#scheduler.after(this.#patience, () => this.#set(this.#failures, true))
    try {
      return await answer
    } finally {
      callOff()
    }
  }

  succeeded(): void {
    this.#set(0, false)
  }

  failed(): void {
    this.#set(this.#failures + 1, this.#isLate)
  }

  #set(failures: number, isLate: boolean): void {
    const before = this.isSaving
    this.#failures = failures
    this.#isLate = isLate
    if (this.isSaving !== before) this.#told(this.isSaving)
  }
}
