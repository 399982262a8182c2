import { newId, type PersonId, personId, type TextId } from '@parley/model'
import type { SyncEvent } from '@parley/protocol'
import { makeHandScheduler } from '@parley/rooms/testing'
import { describe, expect, it } from 'vitest'
import type { Sight } from '../project/viewer.ts'
import { makeHub } from './hub.ts'

const project = newId<'project'>()
const party = newId<'party'>()

/** A hub, people who see the project, and what each of them heard. */
function begin() {
  const scheduler = makeHandScheduler()
  const sees = new Map<PersonId, boolean>()
  const errors: unknown[] = []
  let isStoreAway = false
  const hub = makeHub({
    sightOf: async (_project, person) => {
      if (isStoreAway) throw new Error('away')
      // reason: the hub never looks inside a sight
      return sees.get(person) ? ({ viewer: { person } } as unknown as Sight) : null
    },
    presentPerson: (viewer, other, text) =>
      viewer.viewer.person === 'bidder' && other.person !== 'bidder'
        ? null
        : {
            person: other.person,
            name: other.name,
            party,
            partyKind: 'client',
            role: 'editor',
            function: 'other',
            text,
          },
    scheduler,
    onError: (error) => errors.push(error),
  })

  async function watch(name: string, backlog = () => 0) {
    const person = personId(name)
    sees.set(person, true)
    const heard: SyncEvent[] = []
    const watched = await hub.watch(project, {
      person: { id: person, name },
      begun: () => {},
      send: (event) => heard.push(event),
      lost: () => {},
      backlog,
    })
    if (watched === null) throw new Error('expected a watch')
    return { person, heard, end: () => watched.end() }
  }

  return {
    hub,
    scheduler,
    sees,
    errors,
    watch,
    storeAway(isAway: boolean) {
      isStoreAway = isAway
    },
  }
}

const withoutPresence = (heard: readonly SyncEvent[]) => heard.filter(({ type }) => type !== 'presence')
const presence = (heard: readonly SyncEvent[]) =>
  heard.flatMap((event) =>
    event.type === 'presence' ? [event.people.map(({ name, text }) => (text ? `${name} writes` : name))] : [],
  )
const textEvent = (text: TextId, seq: number): SyncEvent => ({
  type: 'text',
  text,
  seq,
  content: { type: 'doc' },
  anchors: [],
})

describe('the hub', () => {
  it('makes every event for its viewer, and tells nothing where it is nothing for them', async () => {
    const { hub, watch } = begin()
    const [ann, bob] = [await watch('ann'), await watch('bob')]
    hub.publish(project, ({ viewer }) => (viewer.person === ann.person ? { type: 'people' } : null))
    hub.publish(newId<'project'>(), () => ({ type: 'resync' }))
    await hub.settled(project)
    expect([ann.heard, bob.heard]).toEqual([[{ type: 'people' }], []])
  })

  it('tells in the order of publishing, however long the making of an event takes', async () => {
    const { hub, watch } = begin()
    const ann = await watch('ann')
    const slow = Promise.withResolvers<void>()
    hub.publish(project, async () => {
      await slow.promise
      return { type: 'people' }
    })
    hub.publish(project, () => ({ type: 'resync' }))
    slow.resolve()
    await hub.settled(project)
    expect(ann.heard).toEqual([{ type: 'people' }, { type: 'resync' }])
  })

  it('tells of a text at once, then at most ten times a second, the newest each time', async () => {
    const { hub, scheduler, watch } = begin()
    const ann = await watch('ann')
    const [text, other] = [newId<'text'>(), newId<'text'>()]
    for (let seq = 1; seq <= 50; seq++) hub.text(project, text, () => textEvent(text, seq))
    hub.text(project, other, () => textEvent(other, 1))
    await scheduler.settle()
    expect(withoutPresence(ann.heard)).toEqual([textEvent(text, 1), textEvent(other, 1)])
    await scheduler.advance(100)
    expect(withoutPresence(ann.heard).slice(2)).toEqual([textEvent(text, 50)])
    await scheduler.advance(1_000)
    expect(withoutPresence(ann.heard)).toHaveLength(3)
    hub.text(project, text, () => textEvent(text, 51))
    await scheduler.settle()
    expect(withoutPresence(ann.heard).at(-1)).toEqual(textEvent(text, 51))
  })

  it('tells who loses the project that they left, and nothing that came after', async () => {
    const { hub, sees, watch } = begin()
    const [ann, bob] = [await watch('ann'), await watch('bob')]
    const text = newId<'text'>()
    sees.set(ann.person, false)
    hub.recheck(project)
    hub.text(project, text, () => textEvent(text, 1))
    hub.publish(project, () => ({ type: 'people' }))
    await hub.settled(project)
    expect(ann.heard).toEqual([{ type: 'left', project }])
    expect(bob.heard).toEqual([textEvent(text, 1), { type: 'people' }])
  })

  it('tells a removed person nothing of a command even where nobody asked for a recheck', async () => {
    const { hub, sees, watch } = begin()
    const ann = await watch('ann')
    sees.set(ann.person, false)
    hub.publish(project, () => ({ type: 'people' }))
    await hub.settled(project)
    expect(ann.heard).toEqual([{ type: 'left', project }])
  })

  it('lets nobody watch what is none of theirs', async () => {
    const { hub } = begin()
    const watcher = {
      person: { id: personId('eve'), name: 'eve' },
      begun: () => {},
      send: () => {},
      lost: () => {},
      backlog: () => 0,
    }
    expect(await hub.watch(project, watcher)).toBe(null)
  })

  it('tells everybody who is here, and where they write', async () => {
    const { hub, scheduler, watch } = begin()
    const ann = await watch('ann')
    await scheduler.advance(200)
    const bob = await watch('bob')
    const again = await watch('bob')
    await scheduler.advance(200)
    const text = newId<'text'>()
    hub.writers(project, text, [bob.person])
    await scheduler.advance(200)
    again.end()
    hub.writers(project, text, [])
    await scheduler.advance(200)
    bob.end()
    await scheduler.advance(1_000)
    expect(presence(ann.heard)).toEqual([
      ['ann'],
      ['ann', 'bob'],
      ['ann', 'bob writes'],
      ['ann', 'bob'],
      ['ann'],
    ])
  })

  it('shows nobody to whom they may not see', async () => {
    const { scheduler, watch } = begin()
    await watch('ann')
    const bidder = await watch('bidder')
    await scheduler.advance(200)
    expect(presence(bidder.heard)).toEqual([['bidder']])
  })

  it('asks to read again where something could not be told, and only there', async () => {
    const { hub, errors, watch } = begin()
    const [ann, bob] = [await watch('ann'), await watch('bob')]
    hub.publish(project, ({ viewer }) => {
      if (viewer.person === ann.person) throw new Error('a bug')
      return { type: 'people' }
    })
    await hub.settled(project)
    expect([ann.heard, bob.heard]).toEqual([[{ type: 'resync' }], [{ type: 'people' }]])
    expect(errors).toHaveLength(1)
  })

  it('tells nothing by rights it could not read again', async () => {
    const { hub, sees, storeAway, watch } = begin()
    const ann = await watch('ann')
    const text = newId<'text'>()
    sees.set(ann.person, false)
    storeAway(true)
    hub.recheck(project)
    hub.text(project, text, () => textEvent(text, 1))
    await hub.settled(project)
    expect(new Set(ann.heard.map(({ type }) => type))).toEqual(new Set(['resync']))
    storeAway(false)
    hub.publish(project, () => ({ type: 'people' }))
    await hub.settled(project)
    expect(ann.heard.at(-1)).toEqual({ type: 'left', project })
  })

  it('tells who reads too slowly nothing more, then to read again, and who is here', async () => {
    const { hub, scheduler, watch } = begin()
    let unread = 0
    const [ann, slow] = [await watch('ann'), await watch('slow', () => unread)]
    const text = newId<'text'>()
    await scheduler.advance(1_000)
    const before = slow.heard.length
    unread = 2_000_000
    for (let seq = 1; seq <= 50; seq++) {
      hub.text(project, text, () => textEvent(text, seq))
      hub.publish(project, () => ({ type: 'people' }))
      await scheduler.advance(200)
    }
    ann.end()
    await scheduler.advance(10_000)
    expect(slow.heard.length).toBe(before)
    expect(withoutPresence(ann.heard).length).toBe(100)
    unread = 0
    await scheduler.advance(1_000)
    expect(slow.heard.slice(before)).toMatchObject([{ type: 'resync' }, { type: 'presence' }])
    expect(presence(slow.heard).at(-1)).toEqual(['slow'])
    hub.text(project, text, () => textEvent(text, 51))
    await hub.settled(project)
    expect(slow.heard.at(-1)).toEqual(textEvent(text, 51))
  })

  it('tells even the slowest that they left', async () => {
    const { hub, scheduler, sees, watch } = begin()
    const slow = await watch('slow', () => 2_000_000)
    await scheduler.advance(1_000)
    sees.set(slow.person, false)
    hub.recheck(project)
    await hub.settled(project)
    expect(slow.heard).toEqual([{ type: 'left', project }])
  })

  it('tells of texts that take long to tell less often, all in turn', async () => {
    const { hub, scheduler, watch } = begin()
    await watch('ann')
    const told: TextId[] = []
    const texts = [newId<'text'>(), newId<'text'>(), newId<'text'>()]
    const heavy = (text: TextId, seq: number) => () => {
      scheduler.work(200)
      told.push(text)
      return textEvent(text, seq)
    }
    for (let seq = 1; seq <= 200; seq++) {
      for (const text of texts) hub.text(project, text, heavy(text, seq))
      await scheduler.advance(50)
    }
    // Ten seconds: two thirds of them are rest, and each of the three has had its turns.
    expect(told.length).toBeLessThan(35)
    for (const text of texts) expect(told.filter((each) => each === text).length).toBeGreaterThan(5)
  })

  it('tells nobody anything after the end', async () => {
    const { hub, scheduler, watch } = begin()
    const ann = await watch('ann')
    ann.end()
    hub.publish(project, () => ({ type: 'people' }))
    await scheduler.advance(1_000)
    expect(ann.heard).toEqual([])
  })
})
