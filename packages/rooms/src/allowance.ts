/** How much may be taken at once, and how much a second in the long run. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** One, but for what fractions of seconds lose in rounding. */
const whole = 1 - 1e-6

/** A token bucket. What is taken beyond what is left is owed: nothing more can be taken until it has been earned. */
export class Allowance {
  readonly #rate: Rate
  readonly #now: () => number
  #left: number
  #at: number

  /** Full at the beginning; `now` is in milliseconds. */
  constructor(rate: Rate, now: () => number) {
    this.#rate = rate
    this.#now = now
    this.#left = rate.burst
    this.#at = now()
  }

  /** Whether anything can be taken. */
  get hasLeft(): boolean {
    return this.#earned() >= whole
  }

  get isFull(): boolean {
    return this.#earned() >= this.#rate.burst
  }

  /** Takes `cost` where anything can be taken; gives whether it could. */
  take(cost = 1): boolean {
    if (!this.hasLeft) return false
    this.#left -= cost
    return true
  }

  #earned(): number {
    const now = this.#now()
    const { burst, perSecond } = this.#rate
    this.#left = Math.min(burst, this.#left + (Math.max(0, now - this.#at) / 1_000) * perSecond)
    this.#at = now
    return this.#left
  }
}

/** Allowances kept at most, while all but so many are full: a full one is as good as none. */
const keptAllowances = 1_000

/** An allowance for each person, address or whatever else has a key. */
export class Allowances<Key> {
  readonly #rate: Rate
  readonly #now: () => number
  readonly #byKey = new Map<Key, Allowance>()
  #tidyAt = keptAllowances

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate
    this.#now = now
  }

  /** How many are remembered. */
  get size(): number {
    return this.#byKey.size
  }

  of(key: Key): Allowance {
    const known = this.#byKey.get(key)
    if (known !== undefined) return known
    if (this.#byKey.size >= this.#tidyAt) this.#tidy()
    const fresh = new Allowance(this.#rate, this.#now)
    this.#byKey.set(key, fresh)
    return fresh
  }

  #tidy(): void {
    for (const [key, allowance] of this.#byKey) if (allowance.isFull) this.#byKey.delete(key)
    this.#tidyAt = Math.max(keptAllowances, 2 * this.#byKey.size)
  }
}
