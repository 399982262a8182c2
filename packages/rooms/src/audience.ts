import type { PersonId } from '@parley/model'
import type { Format } from './format.ts'
import { awarenessFrame, updateFrame } from './frame.ts'
import { merged } from './gate/apply.ts'
import type { Limits } from './limits.ts'
import { Presence, type PresentUser } from './presence.ts'
import type { Replica } from './replica.ts'
import type { Scheduler } from './scheduler.ts'
import type { Session } from './session.ts'
import { Tally } from './tally.ts'

/** Milliseconds in which changes of presence are gathered. */
const presenceWindow = 20

interface AudienceOptions {
  readonly limits: Limits
  readonly scheduler: Scheduler
  readonly format: Pick<Format, 'root'>
}

/** The sessions of a room as those who are told: updates, presence, and what a slow one missed. */
export class Audience {
  readonly #sessions = new Set<Session>()
  readonly #people = new Tally<PersonId>()
  readonly #limits: Limits
  readonly #scheduler: Scheduler
  readonly #onWriters: (people: readonly PersonId[]) => void
  readonly presence: Presence
  readonly #byClient = new Map<number, Session>()
  #callOff: (() => void) | null = null
  #writers = ''

  constructor(
    { limits, scheduler, format }: AudienceOptions,
    onWriters: (people: readonly PersonId[]) => void,
  ) {
    this.#limits = limits
    this.#scheduler = scheduler
    this.#onWriters = onWriters
    this.presence = new Presence(() => scheduler.now(), limits.presenceBytes, format.root)
  }

  get size(): number {
    return this.#sessions.size
  }

  sessions(): readonly Session[] {
    return [...this.#sessions]
  }

  countOf(person: PersonId): number {
    return this.#people.of(person)
  }

  add(session: Session): void {
    this.#sessions.add(session)
    this.#people.add(session.person.id)
  }

  remove(session: Session): void {
    if (!this.#sessions.delete(session)) return
    this.#people.remove(session.person.id)
    if (session.client === null) return
    this.#byClient.delete(session.client)
    this.presence.leave(session.client)
    this.#gather()
  }

  holderOf(client: number): Session | null {
    return this.#byClient.get(client) ?? null
  }

  hold(client: number, session: Session, user: PresentUser): void {
    session.client = client
    this.#byClient.set(client, session)
    this.presence.hold(client, user)
  }

  /** Sends committed entries as one update to every live session but `author`, who has them. */
  publish(
    entries: readonly { readonly update: Uint8Array }[],
    author: Session | null,
    replica: Replica,
  ): void {
    const update = merged(entries.map((entry) => entry.update))
    const frame = updateFrame(update)
    for (const session of this.#sessions) {
      if (!session.isLive || session === author) continue
      if (session.outlet.backlog > this.#limits.backlogBytes)
        session.outbound = { type: 'lagging', since: replica.stateVectorBefore(update) }
      else session.send(frame)
    }
  }

  receivePresence(session: Session, states: Uint8Array): void {
    if (session.client === null) return
    this.presence.receive(session.client, states)
    this.#gather()
  }

  /** Shows a session everybody else, unless it has not read what it was sent before. */
  sendPresence(session: Session): void {
    if (session.outlet.backlog > this.#limits.backlogBytes) return
    const others = this.presence.encodeFor(session.client)
    if (others !== null) session.send(awarenessFrame(others))
  }

  /** Keeps silent sessions awake; brings slow ones up that have drained, where there is a document to show. */
  tick(replica: Replica | null): void {
    for (const session of this.#sessions) {
      const { outbound } = session
      if (outbound.type === 'lagging') {
        if (replica === null || session.outlet.backlog > this.#limits.backlogBytes / 4) continue
        if (!session.share.bytes.take(replica.bytes)) continue
        session.outbound = { type: 'live' }
        session.send(updateFrame(replica.since(outbound.since)))
        this.sendPresence(session)
      } else session.keepAlive(this.#limits.silence)
    }
  }

  /** The room is closed: nobody is here, and nobody is told. */
  stop(): void {
    this.#callOff?.()
    this.#tellWriters()
  }

  #gather(): void {
    if (this.#callOff !== null || !this.presence.hasDirty) return
    this.#callOff = this.#scheduler.after(presenceWindow, () => {
      this.#callOff = null
      this.#showPresence()
    })
  }

  #showPresence(): void {
    const dirty = this.presence.takeDirty()
    const all = awarenessFrame(this.presence.encode(dirty))
    for (const session of this.#sessions) {
      if (!session.isLive || session.outlet.backlog > this.#limits.backlogBytes) continue
      const others = dirty.filter((client) => client !== session.client)
      if (others.length === dirty.length) session.send(all)
      else if (others.length > 0) session.send(awarenessFrame(this.presence.encode(others)))
    }
    this.#tellWriters()
  }

  #tellWriters(): void {
    const people = new Set<PersonId>()
    for (const client of this.presence.writing()) {
      const session = this.holderOf(client)
      if (session !== null) people.add(session.person.id)
    }
    const key = [...people].sort().join()
    if (key === this.#writers) return
    this.#writers = key
    this.#onWriters([...people])
  }
}
