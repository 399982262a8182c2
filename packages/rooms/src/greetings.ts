import type { Audience } from './audience.ts'
import { step1Frame } from './frame.ts'
import type { Limits } from './limits.ts'
import type { Replica } from './replica.ts'
import type { Session } from './session.ts'

/** The live document as far as it may be shown. */
interface Stage {
  readonly canBeShown: boolean
  readonly isSaving: boolean
  readonly replica: Replica
}

/**
 * Sessions that ask for the state. They are answered at once or, in the order they asked, when the live document is as
 * stored, they have read what they were sent before, and their person has not been answered too much of late.
 */
export class Greetings {
  readonly #stage: Stage
  readonly #audience: Audience
  readonly #limits: Limits
  /** Who waits, with the state vector each asked with last. */
  readonly #waiting = new Map<Session, Uint8Array>()

  constructor(stage: Stage, audience: Audience, limits: Limits) {
    this.#stage = stage
    this.#audience = audience
    this.#limits = limits
  }

  /** Answers a step 1, now or later; false where the bytes are no state vector. */
  asked(session: Session, stateVector: Uint8Array): boolean {
    const known = this.#stage.replica.knownOf(stateVector)
    if (known === null) return false
    if (this.#canBeAnswered(session)) this.#answer(session, known)
    else this.#waiting.set(session, known)
    return true
  }

  /** Answers those who have waited long enough. */
  resume(): void {
    for (const [session, known] of this.#waiting) {
      if (!this.#canBeAnswered(session)) continue
      this.#waiting.delete(session)
      this.#answer(session, known)
    }
  }

  forget(session: Session): void {
    this.#waiting.delete(session)
  }

  #canBeAnswered({ outlet, share }: Session): boolean {
    return this.#stage.canBeShown && outlet.backlog <= this.#limits.backlogBytes && share.bytes.hasLeft
  }

  #answer(session: Session, known: Uint8Array): void {
    const { replica, isSaving } = this.#stage
    // reason: before the state, so that no editor that may not write is ever shown it
    if (session.outbound.type === 'unsynced') {
      session.tellAccess()
      session.tell({ type: 'saving', saving: isSaving })
    }
    const { frame, cost } = replica.answer(known)
    session.share.bytes.take(cost)
    session.send(frame)
    if (session.inbound.type !== 'open') {
      if (session.inbound.type === 'refused') session.startAgain()
      session.send(step1Frame(replica.stateVector()))
    }
    session.outbound = { type: 'live' }
    this.#audience.sendPresence(session)
  }
}
