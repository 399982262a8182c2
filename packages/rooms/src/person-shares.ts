import type { PersonId } from '@parley/model'
import { type Allowance, Allowances } from './allowance.ts'
import type { Limits } from './limits.ts'

/** What one person may use of a server in all sessions together, however many sockets and rooms they are in. */
export interface PersonShare {
  /** Update frames. */
  readonly updates: Allowance
  /** Bytes that come from the person, and that are encoded for them. */
  readonly bytes: Allowance
  /** Counts bytes of updates that begin to wait, or with a negative number no longer wait. */
  hold(bytes: number): void
  readonly held: number
}

/** The shares of everybody who is or was here. */
export class PersonShares {
  readonly #updates: Allowances<PersonId>
  readonly #bytes: Allowances<PersonId>
  readonly #held = new Map<PersonId, number>()

  constructor(limits: Limits, now: () => number) {
    const { personUpdateBurst, personUpdatesPerSecond, personByteBurst, personBytesPerSecond } = limits
    this.#updates = new Allowances({ burst: personUpdateBurst, perSecond: personUpdatesPerSecond }, now)
    this.#bytes = new Allowances({ burst: personByteBurst, perSecond: personBytesPerSecond }, now)
  }

  of(person: PersonId): PersonShare {
    const [updates, bytes, held] = [this.#updates, this.#bytes, this.#held]
    return {
      // reason: looked up each time, since a full allowance may have been forgotten and made anew for another session
      get updates() {
        return updates.of(person)
      },
      get bytes() {
        return bytes.of(person)
      },
      hold(more) {
        const now = (held.get(person) ?? 0) + more
        if (now === 0) held.delete(person)
        else held.set(person, now)
      },
      get held() {
        return held.get(person) ?? 0
      },
    }
  }
}
