import type { PersonId, ProjectId, TextId } from '@parley/model'
import type { PresentPerson, SyncEvent } from '@parley/protocol'
import type { HeavyLane } from '@parley/rooms'
import type { PresentEvent } from '../events.ts'
import type { HubOptions, PresentText } from './hub-options.ts'
import { Seat, type Watcher } from './seat.ts'

/** Milliseconds between two events about the same text, and about presence. */
const textInterval = 100
const presenceInterval = 100
/** Milliseconds between two looks at watchers that have missed something. */
const lookInterval = 500

interface TextTurn {
  waiting: PresentText | null
  callOff: () => void
}

/** The watchers of one project. Everything is told in order; sights are read anew before each event of a command. */
export class ProjectWatches {
  readonly #project: ProjectId
  readonly #options: HubOptions
  readonly #lane: HeavyLane
  readonly #seats = new Set<Seat>()
  readonly #texts = new Map<TextId, TextTurn>()
  readonly #writers = new Map<TextId, ReadonlySet<PersonId>>()
  /** Watches that are being set up count as well: what they will be told must not be forgotten. */
  #arriving = 0
  #queue: Promise<void> = Promise.resolve()
  /** Rights may have changed since the sights were read: nothing is told by them. */
  #isStale = false
  #callOffPresence: (() => void) | null = null
  #callOffLook: (() => void) | null = null

  /** What telling of a text costs is measured in `lane`, where heavy texts rest in turn. */
  constructor(project: ProjectId, options: HubOptions, lane: HeavyLane) {
    this.#lane = lane
    this.#project = project
    this.#options = options
  }

  get size(): number {
    return this.#seats.size + this.#arriving
  }

  /** Gives the function that ends the watch, or `null` where the project is none of theirs. */
  async add(watcher: Watcher): Promise<(() => void) | null> {
    this.#arriving += 1
    try {
      // reason: in the queue, so that a change of rights before it is seen and one after it is told
      return await this.#inOrder(async () => {
        const sight = await this.#options.sightOf(this.#project, watcher.person.id)
        if (sight === null) return null
        const seat = new Seat(watcher, sight)
        this.#seats.add(seat)
        watcher.begun()
        this.#gatherPresence()
        return () => this.#remove(seat)
      })
    } finally {
      this.#arriving -= 1
    }
  }

  publish(present: PresentEvent): void {
    this.#queued(async () => {
      await this.#refresh()
      for (const seat of [...this.#seats]) await this.#tell(seat, present)
    })
  }

  /** Reads every sight anew; who has none any more is told that they left. */
  recheck(): void {
    this.#isStale = true
    this.#queued(async () => {
      await this.#refresh()
      this.#gatherPresence()
    })
  }

  text(text: TextId, present: PresentText): void {
    const turn = this.#texts.get(text)
    if (turn !== undefined) {
      turn.waiting = present
      return
    }
    const begun: TextTurn = { waiting: null, callOff: () => {} }
    this.#texts.set(text, begun)
    this.#queued(async () => {
      let rest = 0
      try {
        rest = await this.#tellText(present)
      } finally {
        begun.callOff = this.#options.scheduler.after(Math.max(textInterval, rest), () => {
          this.#texts.delete(text)
          if (begun.waiting !== null) this.text(text, begun.waiting)
        })
      }
    })
  }

  writers(text: TextId, people: readonly PersonId[]): void {
    if (people.length === 0) this.#writers.delete(text)
    else this.#writers.set(text, new Set(people))
    this.#gatherPresence()
  }

  settled(): Promise<void> {
    return this.#queue
  }

  stop(): void {
    this.#callOffPresence?.()
    this.#callOffLook?.()
    for (const turn of this.#texts.values()) turn.callOff()
  }

  async #tell(seat: Seat, present: PresentEvent): Promise<void> {
    try {
      // reason: making it may read the store, for who is told to read everything again anyway
      const event = seat.hasMissed ? null : await present(seat.sight)
      if (event !== null && this.#seats.has(seat)) this.#send(seat, event)
    } catch (error) {
      this.#options.onError(error)
      // reason: what could not be told is read by the client when the store answers it again
      if (this.#seats.has(seat)) this.#send(seat, { type: 'resync' })
    }
  }

  /** Gives how many milliseconds the text has to rest for what that cost. */
  async #tellText(present: PresentText): Promise<number> {
    if (this.#isStale) await this.#refresh()
    const load = { used: 0 }
    this.#lane.measure(load, () => {
      for (const seat of this.#seats) {
        const event = seat.hasMissed ? null : present(seat.sight)
        if (event !== null) this.#send(seat, event)
      }
    })
    return this.#lane.rest(load)
  }

  #send(seat: Seat, event: SyncEvent): void {
    seat.send(event)
    if (seat.hasMissed) this.#lookLater()
  }

  /** Looks again and again, until all who have missed something have read what they were sent. */
  #lookLater(): void {
    this.#callOffLook ??= this.#options.scheduler.after(lookInterval, () => {
      this.#callOffLook = null
      for (const seat of this.#seats) if (seat.catchUp()) this.#gatherPresence()
      if ([...this.#seats].some(({ hasMissed }) => hasMissed)) this.#lookLater()
    })
  }

  #remove(seat: Seat): void {
    this.#seats.delete(seat)
    this.#gatherPresence()
  }

  /** Reads the sight of everybody here anew; who has none any more is told that they left. */
  async #refresh(): Promise<void> {
    const people = [...new Set([...this.#seats].map((seat) => seat.watcher.person.id))]
    const sights = new Map(
      await Promise.all(
        people.map(async (id) => [id, await this.#options.sightOf(this.#project, id)] as const),
      ),
    )
    this.#isStale = false
    for (const seat of [...this.#seats]) {
      const sight = sights.get(seat.watcher.person.id) ?? null
      if (sight !== null) seat.sight = sight
      else if (this.#seats.delete(seat)) {
        seat.lose(this.#project)
        this.#gatherPresence()
      }
    }
  }

  #gatherPresence(): void {
    this.#callOffPresence ??= this.#options.scheduler.after(presenceInterval, () => {
      this.#callOffPresence = null
      this.#queued(async () => this.#tellPresence())
    })
  }

  #tellPresence(): void {
    const present = new Map([...this.#seats].map((seat) => [seat.watcher.person.id, seat]))
    for (const seat of this.#seats) {
      const people = [...present.values()]
        .map((other) => this.#presented(seat, other))
        .filter((person) => person !== null)
      const key = JSON.stringify(people)
      if (key === seat.presence) continue
      seat.presence = key
      this.#send(seat, { type: 'presence', people })
    }
  }

  #presented(viewer: Seat, other: Seat): PresentPerson | null {
    const { id, name } = other.watcher.person
    return this.#options.presentPerson(
      viewer.sight,
      { person: id, name, sight: other.sight },
      this.#textOf(id),
    )
  }

  #textOf(person: PersonId): TextId | null {
    for (const [text, people] of this.#writers) if (people.has(person)) return text
    return null
  }

  /** A task that fails leaves a gap: everybody is asked to read again. */
  #queued(task: () => Promise<void>): void {
    this.#inOrder(task).catch((error) => {
      this.#options.onError(error)
      for (const seat of this.#seats) this.#send(seat, { type: 'resync' })
    })
  }

  #inOrder<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(task)
    this.#queue = done.then(
      () => {},
      () => {},
    )
    return done
  }
}
