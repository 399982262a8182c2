import { describe, expect, it } from 'vitest'
import { defaultLimits } from './limits.ts'
import { forgedUpdate, updateFrameOf } from './testing/hostile.ts'
import { committed, readOnly, rejections, stored } from './testing/looking.ts'
import { meeting } from './testing/meeting.ts'
import type { Peer } from './testing/peer.ts'
import { makeWorld } from './testing/world.ts'
import { pushed, reading, type } from './testing/writing.ts'

/** Adds what no editor of ours writes. */
const unsafe = (peer: Peer) => peer.doc.transact(() => pushed('script')(peer.doc))

describe('refusal', () => {
  it('A1 drops what a refused session sends until it asks for the state again', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'eve')
    const [ann, eve] = peers
    unsafe(eve)
    type(eve, ' dropped')
    await world.flush(ann, eve)
    type(eve, ' dropped as well')
    await world.flush(ann, eve)
    expect(rejections(eve)).toEqual(['unsafe-content'])
    expect(stored(world, text)).not.toContain('dropped')
    const fresh = world.peer('eve', 3, { features: eve.features })
    await fresh.connect(world.rooms, text)
    type(ann, ' goes on')
    await world.flush(ann, fresh)
    type(fresh, ' together')
    await world.flush(ann, fresh)
    expect(reading(ann)).toBe(reading(fresh))
    expect(stored(world, text)).toContain('goes on together')
    expect(committed(fresh).at(-1)).toBe(2)
  })

  it('A1 counts anew on the same channel after the state was asked for again', async () => {
    const world = makeWorld()
    const { peers } = await meeting(world, 'ann')
    const [ann] = peers
    ann.sendRaw(updateFrameOf(forgedUpdate(ann.doc, 9, pushed('script'))))
    await world.flush(ann)
    expect(rejections(ann)).toEqual(['unsafe-content'])
    const before = committed(ann).length
    ann.askAgain()
    await world.flush(ann)
    type(ann, 'x')
    await world.flush(ann)
    expect(committed(ann).slice(before)).toEqual([1, 2])
  })

  it('A2 stores what others sent in the same batch, before and after the refused one', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'eve', 'bob', 'cem')
    const [ann, eve, bob, cem] = peers
    type(ann, ' Ann')
    unsafe(eve)
    type(bob, ' Bob')
    type(cem, ' Cem', 0)
    await world.flush(...peers)
    expect(peers.map((peer) => rejections(peer).length)).toEqual([0, 1, 0, 0])
    for (const words of ['Ann', 'Bob', 'Cem']) expect(stored(world, text)).toContain(words)
    expect(new Set([ann, bob, cem].map(reading)).size).toBe(1)
    expect(reading(ann)).not.toContain('script')
    expect([ann, bob, cem].map((peer) => committed(peer).at(-1))).toEqual([2, 2, 2])
  })

  it('A2 keeps the live document right when one of two parked updates is refused', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'eve')
    const [ann, eve] = peers
    eve.disconnect()
    type(eve, ' good')
    unsafe(eve)
    await eve.connect(world.rooms, text)
    await world.flush(ann, eve)
    type(ann, ' goes on')
    await world.flush(ann)
    expect(rejections(eve)).toEqual(['unsafe-content'])
    expect(reading(ann)).not.toContain('good')
    const fresh = world.peer('bob', 9)
    await fresh.connect(world.rooms, text)
    await world.flush(fresh)
    expect(reading(fresh)).toBe(reading(ann))
  })

  it('A3 closes who does not understand a refusal, and who is refused too often', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const stock = world.peer('eve', 1)
    await stock.connect(world.rooms, text)
    await world.flush(stock)
    unsafe(stock)
    await world.flush(stock)
    expect(stock.closed).toBe('refused')
    const ours = world.peer('mal', 2, { features: ['rejected'] })
    for (let time = 0; time <= defaultLimits.refusals; time++) {
      await ours.connect(world.rooms, text)
      await world.flush(ours)
      expect(ours.closed).toBe(null)
      ours.sendRaw(updateFrameOf(forgedUpdate(ours.doc, 2, pushed('script'))))
      await world.flush(ours)
      if (time < defaultLimits.refusals) ours.disconnect()
    }
    expect(ours.closed).toBe('refused')
  })

  it('A1 A3 refuses once what was under way when the rights changed, however much it was', async () => {
    const world = makeWorld()
    const { peers } = await meeting(world, 'ann', 'bob')
    const [ann, bob] = peers
    world.access.set(ann.person.id, readOnly(world, ann))
    for (let time = 0; time < 3 * defaultLimits.refusals; time++) {
      type(ann, 'a')
      type(bob, 'b')
      ann.flushOut()
      bob.flushOut()
    }
    await world.flush(ann, bob)
    expect([rejections(ann), ann.closed]).toEqual([['read-only'], null])
  })

  it('A3 counts collisions of client ids for next to nothing', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'bob')
    const [ann, bob] = peers
    type(ann, 'x')
    await world.flush(ann, bob)
    for (let time = 0; time < 3 * defaultLimits.refusals; time++) {
      bob.sendRaw(updateFrameOf(forgedUpdate(bob.doc, 1, pushed('paragraph'))))
      await world.flush(ann, bob)
      bob.askAgain()
      await world.flush(ann, bob)
    }
    expect(bob.closed).toBe(null)
    expect(await world.journal.entries(text, 2, 1)).toEqual([])
  })

  it.each([1, 2, 5, 8])('A4 finds the update the store will not take among eight: number %i', async (bad) => {
    const world = makeWorld()
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    const { text, peers } = await meeting(world, ...names)
    const poison = `#${bad}`
    world.fault = (operation, entries) =>
      operation === 'append' && entries.some(({ update }) => Buffer.from(update).includes(poison))
        ? { type: 'poison', error: 'cannot hold it' }
        : null
    for (const [at, peer] of peers.entries()) type(peer, ` #${at + 1}`)
    await world.flush(...peers)
    expect(peers.map(rejections)).toEqual(names.map((_, at) => (at + 1 === bad ? ['unstorable'] : [])))
    for (let number = 1; number <= 8; number++) {
      if (number === bad) expect(stored(world, text)).not.toContain(`#${number}`)
      else expect(stored(world, text)).toContain(`#${number}`)
    }
    const others = peers.filter((_, at) => at + 1 !== bad)
    expect(new Set(others.map(reading)).size).toBe(1)
  })

  it('A4 goes on after a bug in the callback of the store', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann')
    world.fault = (operation, entries) => {
      if (operation === 'append' && entries.some(({ update }) => Buffer.from(update).includes('bug')))
        throw new Error('a bug')
      return null
    }
    type(peers[0], ' bug')
    await world.flush(...peers)
    expect(rejections(peers[0])).toEqual(['unstorable'])
    expect(world.errors).toHaveLength(1)
    const bob = world.peer('bob', 2)
    await bob.connect(world.rooms, text)
    await world.flush(bob)
    type(bob, ' goes on')
    await world.flush(bob)
    expect(stored(world, text)).toContain('Words goes on')
  })
})
