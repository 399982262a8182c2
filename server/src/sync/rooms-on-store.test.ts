import { paragraph, plainText, seedUpdate, textContent } from '@parley/document'
import type { PersonId, TextId } from '@parley/model'
import {
  type Access,
  defaultLimits,
  documentFormat,
  entryHash,
  genesis,
  makeProcessBus,
  makeRooms,
  type Rooms,
  systemScheduler,
} from '@parley/rooms'
import { Peer, reading, type } from '@parley/rooms/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../store/index.ts'
import { insertEmptyText, insertSampleProject, type SampleProject } from '../store/testing/sample-project.ts'
import { makeTestJournal } from '../store/testing/temporary-journal.ts'
import { openTemporaryStore, storeKinds } from '../store/testing/temporary-store.ts'

const clean: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const each of clean.splice(0).reverse()) await each()
})

/** Rooms over one store, as each server has them; two servers where the store can have two. */
async function begin(kind: Store['kind']) {
  const { store, config, remove } = await openTemporaryStore(kind)
  clean.push(remove)
  const project = await insertSampleProject(store)
  const bus = makeProcessBus()
  const servers = [startRooms(store, project, bus)]
  if (kind === 'postgres') {
    const second = await openStore(config)
    clean.push(() => second.close())
    servers.push(startRooms(second, project, bus))
  }
  for (const rooms of servers) clean.push(() => rooms.close(5_000))
  const text = await insertEmptyText(store, project.id)
  const content = textContent('Title', [paragraph('Words')])
  await makeTestJournal(store).append({ text, knownSeq: 0, people: [] }, () => ({
    type: 'append',
    entries: [
      { author: { type: 'system' }, update: seedUpdate(content, 9), deleted: new Uint8Array(), clients: [] },
    ],
    content,
    hook: null,
  }))
  return { store, project, servers, text }
}

function startRooms(store: Store, project: SampleProject, bus: ReturnType<typeof makeProcessBus>): Rooms {
  const accessOf = (person: PersonId): Access => {
    const kind = person === project.client.person ? 'client' : 'provider'
    return { type: 'write', membership: { party: project[kind].party, partyKind: kind, partyName: kind } }
  }
  return makeRooms<null, null>({
    journal: makeTestJournal(
      store,
      async (_tx, people) => new Map(people.map((person) => [person, accessOf(person)])),
    ),
    bus: bus.connect(),
    format: documentFormat,
    access: async (person) => accessOf(person),
    hook: () => null,
    limits: defaultLimits,
    scheduler: systemScheduler,
    newClient: () => Math.floor(Math.random() * 0xffff_ffff),
    colorOf: () => '#123456',
    onChange: () => {},
    onWriters: () => {},
    onSaving: () => {},
    onError: (error) => expect.unreachable(String(error)),
  })
}

/** Delivers what is under way, both ways, until `condition` holds. */
async function deliver(peers: readonly Peer[], condition: () => boolean): Promise<void> {
  while (!condition()) {
    for (const peer of peers) {
      peer.flushOut()
      peer.flushIn()
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function storedWords(store: Store, text: TextId): Promise<string> {
  const row = await store.db
    .selectFrom('text')
    .select('content')
    .where('id', '=', text)
    .executeTakeFirstOrThrow()
  return plainText(JSON.parse(row.content))
}

describe.each(storeKinds)('rooms on %s', (kind) => {
  it('R11 C1 bring everybody on every server together, with the store and an unbroken chain', {
    timeout: 30_000,
  }, async () => {
    const { store, project, servers, text } = await begin(kind)
    const people = [project.client.person, project.provider.person]
    const peers = Array.from({ length: 6 }, (_, at) => {
      const id = people[at % 2]
      if (id === undefined) throw new Error('expected a person')
      return new Peer({ id, name: `person ${at}` }, at + 1, ['committed', 'rejected'])
    })
    for (const [at, peer] of peers.entries()) {
      const rooms = servers[at % servers.length]
      if (rooms === undefined) throw new Error('expected a server')
      await peer.connect(rooms, text)
    }
    await deliver(peers, () => peers.every((peer) => peer.synced))
    const rounds = 15
    for (let round = 0; round < rounds; round++) {
      for (const peer of peers) type(peer, '.')
      await deliver(peers, () => peers.every((peer) => peer.outgoing.length === 0))
    }
    const dots = peers.length * rounds
    const committed = (peer: Peer) =>
      peer.told.flatMap((message) => (message.type === 'committed' ? [message.frames] : [])).at(-1)
    await deliver(
      peers,
      () =>
        peers.every((peer) => reading(peer).split('.').length === dots + 1) &&
        peers.every((peer) => committed(peer) === rounds + 1),
    )
    expect(new Set(peers.map(reading)).size).toBe(1)
    expect(peers.flatMap((peer) => peer.told.filter((message) => message.type === 'rejected'))).toEqual([])
    expect(await storedWords(store, text)).toContain(`Words${'.'.repeat(dots)}`)
    const entries = await makeTestJournal(store).entries(text, 0, 10_000)
    let previous = genesis
    for (const [at, entry] of entries.entries()) {
      expect(entry.seq).toBe(at + 1)
      expect(Buffer.from(entry.hash)).toEqual(
        Buffer.from(entryHash(text, entry.seq, entry.at, entry, previous)),
      )
      previous = entry.hash
    }
    for (const peer of peers) peer.destroy()
  })

  it('S2 are on disk when they are acknowledged: another process of the store reads them', async () => {
    const { store, project, servers, text } = await begin(kind)
    const ann = new Peer({ id: project.client.person, name: 'ann' }, 1, ['committed'])
    await ann.connect(servers[0] ?? expect.unreachable(), text)
    await deliver([ann], () => ann.synced)
    type(ann, ' kept')
    await deliver([ann], () =>
      ann.told.some((message) => message.type === 'committed' && message.frames === 2),
    )
    expect(await storedWords(store, text)).toContain('Words kept')
    ann.destroy()
  })
})
