import { paragraph, seedUpdate, textContent } from '@parley/document'
import { newId, type PartyId, type PersonId, personId, type TextContent, type TextId } from '@parley/model'
import type { Access, Person } from '../access.ts'
import { makeProcessBus } from '../bus.ts'
import { documentFormat, type Format } from '../format.ts'
import type { Entry, Journal } from '../journal.ts'
import { defaultLimits, type Limits } from '../limits.ts'
import { type Fault, type MemoryJournal, makeMemoryJournal, type StoreOperation } from '../memory-journal.ts'
import type { TextChange } from '../options.ts'
import { makeRooms, type Rooms } from '../rooms.ts'
import { type HandScheduler, makeHandScheduler } from './hand-scheduler.ts'
import { Peer } from './peer.ts'

/** A server with a journal in memory, people, and a clock and networks moved by hand. */
export interface World {
  readonly rooms: Rooms
  readonly journal: MemoryJournal<string, string>
  readonly scheduler: HandScheduler
  readonly changes: TextChange<string>[]
  readonly errors: unknown[]
  readonly writers: (readonly PersonId[])[]
  /** Set to make the store fail. */
  fault: ((operation: StoreOperation, entries: readonly Entry[]) => Fault | null) | null
  /** Set to make the store commit and answer that it is away. */
  loseAnswers: boolean
  /** Set to make rights unreadable outside of a transaction. */
  hidesAccess: boolean
  /** Set to make the store take until this resolves. */
  delay: Promise<void> | null
  /** What anybody may do; everybody writes unless a test says otherwise. */
  readonly access: Map<PersonId, Access>
  person(name: string): Person
  partyOf(person: Person): PartyId
  /** A text that holds a title and a paragraph. */
  createText(title?: string, words?: string): Promise<TextId>
  peer(name: string, client: number, options?: Partial<Pick<Peer, 'features'>>): Peer
  /** Delivers everything, both ways, until all is quiet. */
  flush(...peers: Peer[]): Promise<void>
  /** A second server on the same journal and bus; what it tells goes to `changes`, else to those of the world. */
  restart(changes?: TextChange<string>[]): Rooms
}

/** Makes a world; `limits` replace the default ones. */
export function makeWorld(limits: Partial<Limits> = {}, format: Format = documentFormat): World {
  const scheduler = makeHandScheduler()
  const bus = makeProcessBus()
  const people = new Map<string, Person>()
  const parties = new Map<PersonId, PartyId>()
  const access = new Map<PersonId, Access>()
  const changes: TextChange<string>[] = []
  const errors: unknown[] = []
  const writers: (readonly PersonId[])[] = []
  let nextClient = 900_000

  const partyOf = (person: Person) => {
    const party = parties.get(person.id) ?? newId<'party'>()
    parties.set(person.id, party)
    return party
  }
  const accessOf = (person: PersonId): Access =>
    access.get(person) ?? {
      type: 'write',
      membership: {
        party: parties.get(person) ?? newId<'party'>(),
        partyKind: 'client',
        partyName: 'Client',
      },
    }
  const journal = makeMemoryJournal<string, string>({
    access: accessOf,
    onAppend: (_text, _content, hook) => `effect of ${hook}`,
    now: () => new Date(scheduler.now()),
    fault: (operation, entries) => world.fault?.(operation, entries) ?? null,
  })
  const forgetful: Journal<string, string> = {
    ...journal,
    async append(request, decide) {
      await world.delay
      const outcome = await journal.append(request, decide)
      return world.loseAnswers ? { type: 'unavailable', error: 'connection lost' } : outcome
    },
  }
  const start = (told = changes) =>
    makeRooms<string, string>({
      journal: forgetful,
      bus: bus.connect(),
      format,
      async access(person) {
        if (world.hidesAccess) throw new Error('the store is away')
        return accessOf(person)
      },
      hook: (_doc, content) => JSON.stringify(content).length.toString(),
      limits: { ...defaultLimits, ...limits },
      scheduler,
      newClient: () => nextClient++,
      colorOf: () => '#123456',
      onChange: (change) => told.push(change),
      onWriters: (_text, who) => writers.push(who),
      onSaving: () => {},
      onError: (error) => errors.push(error),
    })

  const world: World = {
    rooms: start(),
    journal,
    scheduler,
    changes,
    errors,
    writers,
    fault: null,
    loseAnswers: false,
    hidesAccess: false,
    delay: null,
    access,
    person(name) {
      const person = people.get(name) ?? { id: personId(`person-${name}`), name }
      people.set(name, person)
      partyOf(person)
      return person
    },
    partyOf,
    async createText(title = 'Title', words = 'Words') {
      const text = newId<'text'>()
      journal.create(text)
      const content: TextContent = textContent(title, [paragraph(words)])
      const update = seedUpdate(content, nextClient++)
      const entry: Entry = { author: { type: 'system' }, update, deleted: new Uint8Array(), clients: [] }
      await journal.append({ text, knownSeq: 0, people: [] }, () => ({
        type: 'append',
        entries: [entry],
        content,
        hook: '',
      }))
      return text
    },
    peer(name, client, options = {}) {
      return new Peer(world.person(name), client, options.features ?? [])
    },
    async flush(...peers) {
      for (;;) {
        await scheduler.settle()
        let moved = false
        for (const peer of peers) moved = peer.flushOut() || moved
        await scheduler.settle()
        for (const peer of peers) moved = peer.flushIn() || moved
        if (!moved) return
      }
    },
    restart: start,
  }
  return world
}
