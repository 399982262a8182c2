import type { CloseReason, Feature, PrivateMessage, RejectionCode } from '@parley/protocol'
import { encodePrivate } from '@parley/protocol'
import type { Access, Person } from './access.ts'
import { Allowance } from './allowance.ts'
import { keepAliveFrame } from './frame.ts'
import type { Writer } from './gate/standing.ts'
import type { Limits } from './limits.ts'
import type { PersonShare } from './person-shares.ts'

/** The connection's end that a session writes to. */
export interface Outlet {
  send(frame: Uint8Array): void
  /** Ends the channel or socket; nothing is sent after it. */
  close(reason: CloseReason): void
  /** Bytes handed over and not yet sent. */
  readonly backlog: number
}

/** What a session is given, so far as the way in goes. */
export type Inbound =
  /** Its step 2 has not come: updates are parked. */
  | { readonly type: 'parking'; readonly parked: Uint8Array[]; readonly bytes: number }
  | { readonly type: 'open' }
  /** An update was refused: updates are dropped until it asks for the state again. */
  | { readonly type: 'refused' }

/** What a session is sent, so far as the way out goes. */
export type Outbound =
  /** It has not asked for the state yet. */
  | { readonly type: 'unsynced' }
  | { readonly type: 'live' }
  /** It reads too slowly: it is sent nothing until it has drained, then what is newer than `since`. */
  | { readonly type: 'lagging'; readonly since: Uint8Array }
  | { readonly type: 'left' }

/** What is told of a session when it joins. */
export interface Joiner {
  readonly person: Person
  readonly outlet: Outlet
  /** Private messages it understands; none for a stock provider. */
  readonly features: readonly Feature[]
  /** The client id of its Y.Doc, where it said so. */
  readonly client?: number | undefined
  /** The schema version it has, where it said so. */
  readonly schema?: number | undefined
}

/** What a session is made with. */
export interface SessionOptions {
  /** The version of the schema that the server has. */
  readonly version: number
  readonly share: PersonShare
  readonly limits: Limits
  readonly now: () => number
}

/** One connection of one signed-in person to one room: its state and what is sent to it; the room decides. */
export class Session {
  readonly person: Person
  readonly outlet: Outlet
  readonly writer: Writer
  readonly #features: ReadonlySet<Feature>
  access: Access
  /** What the person uses of the server in all their sessions. */
  readonly share: PersonShare
  /** Update frames, and other frames, that it may still send at once. */
  readonly updates: Allowance
  readonly frames: Allowance
  #inbound: Inbound = { type: 'parking', parked: [], bytes: 0 }
  outbound: Outbound = { type: 'unsynced' }
  /** The Yjs client id it shows presence with, once it is known. */
  client: number | null = null
  /** How many update frames, from the first since it began or began again, are durable. */
  durable = 0
  /** Grows with every refusal: what was sent before counts for nothing after. */
  era = 0
  #sentAt: number
  readonly #now: () => number

  constructor(joiner: Joiner, access: Access, { version, share, limits, now }: SessionOptions) {
    this.person = joiner.person
    this.outlet = joiner.outlet
    const isOutdated = joiner.schema !== undefined && joiner.schema < version
    this.writer = { person: joiner.person.id, announced: joiner.client ?? null, isOutdated }
    this.#features = new Set(joiner.features)
    this.access = access
    this.share = share
    const { updateBurst, updatesPerSecond, frameBurst, framesPerSecond } = limits
    this.updates = new Allowance({ burst: updateBurst, perSecond: updatesPerSecond }, now)
    this.frames = new Allowance({ burst: frameBurst, perSecond: framesPerSecond }, now)
    this.#now = now
    this.#sentAt = now()
  }

  get inbound(): Inbound {
    return this.#inbound
  }

  set inbound(inbound: Inbound) {
    this.share.hold(bytesOf(inbound) - bytesOf(this.#inbound))
    this.#inbound = inbound
  }

  get hasLeft(): boolean {
    return this.outbound.type === 'left'
  }

  /** Whether it is to be told of updates as they come. */
  get isLive(): boolean {
    return this.outbound.type === 'live'
  }

  understands(feature: Feature): boolean {
    return this.#features.has(feature)
  }

  leave(): void {
    this.inbound = { type: 'open' }
    this.outbound = { type: 'left' }
  }

  send(frame: Uint8Array): void {
    if (this.hasLeft) return
    this.#sentAt = this.#now()
    this.outlet.send(frame)
  }

  /** Sends a private message where the session announced that it understands it. */
  tell(message: PrivateMessage): void {
    if (this.understands(message.type)) this.send(encodePrivate(message))
  }

  tellAccess(): void {
    if (this.writer.isOutdated) this.tell({ type: 'policy', writable: false, reason: 'outdated' })
    else if (this.access.type === 'write') this.tell({ type: 'policy', writable: true })
    else if (this.access.type === 'read')
      this.tell({ type: 'policy', writable: false, reason: this.access.reason })
  }

  /** Counts frames of an era as durable; false where they count for nothing any more. */
  count(era: number, frames: number): boolean {
    if (era !== this.era) return false
    this.durable += frames
    return true
  }

  tellDurable(): void {
    this.tell({ type: 'committed', frames: this.durable })
  }

  /** Takes no more updates until it has asked for the state again; false where it does not understand that. */
  refuse(code: RejectionCode): boolean {
    this.inbound = { type: 'refused' }
    this.era += 1
    if (!this.understands('rejected')) return false
    this.tell({ type: 'rejected', code })
    return true
  }

  /** After a refusal: it has asked for the state, and its frames count from the beginning. */
  startAgain(): void {
    this.inbound = { type: 'parking', parked: [], bytes: 0 }
    this.durable = 0
  }

  keepAlive(silence: number): void {
    if (!this.hasLeft && this.#now() - this.#sentAt >= silence) this.send(keepAliveFrame)
  }
}

const bytesOf = (inbound: Inbound) => (inbound.type === 'parking' ? inbound.bytes : 0)

/** Counts the frames of works as durable, and says so to each session once. */
export function acknowledge(
  works: readonly { readonly session: Session; readonly era: number; readonly parts: readonly unknown[] }[],
): void {
  const sessions = new Set<Session>()
  for (const { session, era, parts } of works) if (session.count(era, parts.length)) sessions.add(session)
  for (const session of sessions) session.tellDurable()
}
