import type { CloseReason, Feature, PrivateMessage, RejectionCode } from '@parley/protocol'
import { encodePrivate } from '@parley/protocol'
import type { Access, Person } from './access.ts'
import { keepAliveFrame } from './frame.ts'
import type { Writer } from './gate/standing.ts'

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
  | { readonly type: 'parking'; readonly parked: Uint8Array[]; bytes: number }
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

/** One connection of one signed-in person to one room: its state and what is sent to it; the room decides. */
export class Session {
  readonly person: Person
  readonly outlet: Outlet
  readonly writer: Writer
  readonly #features: ReadonlySet<Feature>
  access: Access
  inbound: Inbound = parking()
  outbound: Outbound = { type: 'unsynced' }
  /** The Yjs client id it shows presence with, once it is known. */
  client: number | null = null
  /** How many update frames, from the first since it began or began again, are durable. */
  durable = 0
  /** Grows with every refusal: what was sent before counts for nothing after. */
  era = 0
  /** Update frames it may still send at once. */
  allowance: number
  allowedAt: number
  #sentAt: number
  readonly #now: () => number

  /** `version` is that of the schema the server has. */
  constructor(joiner: Joiner, access: Access, version: number, allowance: number, now: () => number) {
    this.person = joiner.person
    this.outlet = joiner.outlet
    const isOutdated = joiner.schema !== undefined && joiner.schema < version
    this.writer = { person: joiner.person.id, announced: joiner.client ?? null, isOutdated }
    this.#features = new Set(joiner.features)
    this.access = access
    this.allowance = allowance
    this.#now = now
    this.allowedAt = now()
    this.#sentAt = now()
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

  /** Counts the frames of some work as durable and says so. */
  acknowledge({ era, parts }: { readonly era: number; readonly parts: readonly unknown[] }): void {
    if (era !== this.era) return
    this.durable += parts.length
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
    this.inbound = parking()
    this.durable = 0
  }

  keepAlive(silence: number): void {
    if (!this.hasLeft && this.#now() - this.#sentAt >= silence) this.send(keepAliveFrame)
  }
}

/** The way in before step 2. */
function parking(): Inbound {
  return { type: 'parking', parked: [], bytes: 0 }
}
