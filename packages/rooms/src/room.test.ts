import { decodePrivate } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { documentFormat } from './format.ts'
import { defaultLimits } from './limits.ts'
import { committed, features, readOnly, rejections, stored } from './testing/looking.ts'
import { meeting } from './testing/meeting.ts'
import { makeWorld } from './testing/world.ts'
import { reading, type } from './testing/writing.ts'

describe('rooms', () => {
  it('R1 brings stock clients together', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const [ann, bob] = [world.peer('ann', 1), world.peer('bob', 2)]
    await ann.connect(world.rooms, text)
    await bob.connect(world.rooms, text)
    await world.flush(ann, bob)
    expect([ann.synced, bob.synced]).toEqual([true, true])
    type(ann, ' by Ann')
    type(bob, ' by Bob', 0)
    await world.flush(ann, bob)
    expect(reading(ann)).toBe(reading(bob))
    expect(reading(ann)).toContain('Words by Ann')
    expect(stored(world, text)).toContain('Title by Bob')
    expect(world.errors).toEqual([])
  })

  it('R2 shows and acknowledges nothing before it is committed', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const [ann, bob, cem] = [world.peer('ann', 1, { features }), world.peer('bob', 2), world.peer('cem', 3)]
    await ann.connect(world.rooms, text)
    await bob.connect(world.rooms, text)
    await world.flush(ann, bob)
    const before = { told: ann.told.length, heard: bob.heard.length }
    world.fault = (operation, entries) =>
      operation === 'append' && entries.length > 0 ? { type: 'unavailable', error: 'disk full' } : null
    type(ann, ' unsaved')
    ann.flushOut()
    await world.scheduler.settle()
    await cem.connect(world.rooms, text)
    await world.flush(bob, cem)
    expect(committed(ann)).toEqual(committed(ann).slice(0, before.told))
    expect(bob.heard.slice(before.heard).some((frame) => frame[0] === 0)).toBe(false)
    expect(cem.synced).toBe(false)
    world.fault = null
    await world.scheduler.advance(10_000)
    await world.flush(ann, bob, cem)
    expect([reading(bob), reading(cem)]).toEqual([reading(ann), reading(ann)])
    expect(reading(cem)).toContain('unsaved')
  })

  it('R3 counts the durable frames of a session, step 2 and empty ones included', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const ann = world.peer('ann', 1, { features })
    await ann.connect(world.rooms, text)
    await world.flush(ann)
    expect(committed(ann)).toEqual([1])
    type(ann, 'a')
    type(ann, 'b')
    await world.flush(ann)
    expect(committed(ann).at(-1)).toBe(3)
    ann.doc.transact(() => ann.fragment.delete(1, 1))
    await world.flush(ann)
    expect(committed(ann).at(-1)).toBe(4)
    expect(stored(world, text)).not.toContain('Words')
  })

  it('R4 tells private messages only to those who announced them', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const [stock, ours] = [world.peer('ann', 1), world.peer('bob', 2, { features: ['committed'] })]
    await stock.connect(world.rooms, text)
    await ours.connect(world.rooms, text)
    await world.flush(stock, ours)
    type(stock, 'x')
    type(ours, 'y')
    await world.flush(stock, ours)
    expect(stock.heard.every((frame) => (frame[0] ?? 0) < 100)).toBe(true)
    expect(new Set(ours.told.map((message) => message.type))).toEqual(new Set(['committed']))
  })

  it('R5 sends each batch to the others as one update, and to nobody their own words', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const [ann, bob] = [world.peer('ann', 1), world.peer('bob', 2)]
    await ann.connect(world.rooms, text)
    await bob.connect(world.rooms, text)
    await world.flush(ann, bob)
    const [toAnn, toBob] = [ann.heard.length, bob.heard.length]
    for (const letter of 'letters') type(ann, letter)
    await world.flush(ann, bob)
    expect(bob.heard.length - toBob).toBe(1)
    expect(ann.heard.length - toAnn).toBe(0)
    expect(reading(bob)).toContain('Wordsletters')
  })

  it('R6 sends every session something within 20 seconds', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const ann = world.peer('ann', 1)
    await ann.connect(world.rooms, text)
    await world.flush(ann)
    for (let minute = 0; minute < 9; minute++) {
      const before = ann.heard.length
      await world.scheduler.advance(20_000)
      expect(ann.heard.length).toBeGreaterThan(before)
      expect(ann.heard.length).toBeLessThan(before + 3)
    }
    await world.flush(ann)
    expect(ann.closed).toBe(null)
  })

  it('R7 sends a slow reader nothing until it has drained, then what it missed', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const [ann, slow] = [world.peer('ann', 1), world.peer('bob', 2)]
    await ann.connect(world.rooms, text)
    await slow.connect(world.rooms, text)
    await world.flush(ann, slow)
    slow.backlog = defaultLimits.backlogBytes + 1
    const before = slow.heard.length
    for (let round = 0; round < 20; round++) {
      type(ann, `${round} `)
      await world.flush(ann)
    }
    await world.scheduler.advance(4_000)
    expect(slow.heard.length).toBe(before)
    slow.backlog = 0
    await world.scheduler.advance(4_000)
    expect(slow.heard.slice(before).filter((frame) => frame[0] === 0)).toHaveLength(1)
    await world.flush(ann, slow)
    expect(reading(slow)).toBe(reading(ann))
    type(ann, 'and on')
    await world.flush(ann, slow)
    expect(reading(slow)).toBe(reading(ann))
  })

  it('R8 unloads an idle room once everything is stored, and opens it as it was', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const ann = world.peer('ann', 1)
    await ann.connect(world.rooms, text)
    await world.flush(ann)
    world.fault = (operation) => (operation === 'append' ? { type: 'unavailable', error: 'away' } : null)
    type(ann, ' kept')
    ann.flushOut()
    ann.disconnect()
    await world.scheduler.advance(10 * defaultLimits.idle)
    expect(world.rooms.open()).toEqual([text])
    world.fault = null
    await world.scheduler.advance(10 * defaultLimits.idle)
    expect(world.rooms.open()).toEqual([])
    const bob = world.peer('bob', 2)
    await bob.connect(world.rooms, text)
    await world.flush(bob)
    expect(reading(bob)).toBe(reading(ann))
    expect(reading(bob)).toContain('Words kept')
  })

  it('R8 keeps a checkpoint after many entries and loads from it', async () => {
    const world = makeWorld({ checkpointEntries: 10 })
    const text = await world.createText()
    const ann = world.peer('ann', 1)
    await ann.connect(world.rooms, text)
    await world.flush(ann)
    for (let round = 0; round < 25; round++) {
      type(ann, `${round} `)
      await world.flush(ann)
    }
    const loaded = await world.journal.load(text)
    expect(loaded.type === 'loaded' && loaded.head.seq).toBe(26)
    expect(loaded.type === 'loaded' && loaded.updates.length).toBeLessThan(12)
    const bob = world.peer('bob', 2)
    await bob.connect(world.restart(), text)
    await world.flush(bob)
    expect(reading(bob)).toBe(reading(ann))
  })

  it('R9 tells at once who may no longer write, and who may again', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const ann = world.peer('ann', 1, { features })
    await ann.connect(world.rooms, text)
    await world.flush(ann)
    world.access.set(ann.person.id, readOnly(world, ann))
    await world.rooms.recheck(text)
    world.access.delete(ann.person.id)
    await world.rooms.recheck()
    await world.flush(ann)
    expect(ann.told.filter((message) => message.type === 'policy')).toEqual([
      { type: 'policy', writable: true },
      { type: 'policy', writable: false, reason: 'phase' },
      { type: 'policy', writable: true },
    ])
  })

  it('R9 ends the sessions of who may no longer read, and lets nobody in meanwhile', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const [ann, bob] = [world.peer('ann', 1), world.peer('bob', 2)]
    await ann.connect(world.rooms, text)
    await bob.connect(world.rooms, text)
    await world.flush(ann, bob)
    world.access.set(ann.person.id, { type: 'none' })
    await world.rooms.recheck(text)
    expect([ann.closed, bob.closed]).toEqual(['not-found', null])
    await ann.connect(world.rooms, text)
    expect(ann.closed).toBe('not-found')
    const heard = ann.heard.length
    type(bob, ' secret')
    await world.flush(bob)
    expect(ann.heard.length).toBe(heard)
  })

  it('R9 ends all sessions where it cannot be read who may still read, and stores what they had sent', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'bob')
    const [ann, bob] = peers
    type(ann, ' in time')
    ann.flushOut()
    const heardBefore = bob.heard.length
    world.access.set(bob.person.id, { type: 'none' })
    world.hidesAccess = true
    await world.rooms.recheck(text)
    expect([ann.closed, bob.closed]).toEqual(['unavailable', 'unavailable'])
    await world.scheduler.settle()
    expect(stored(world, text)).toContain('in time')
    expect(bob.heard.length).toBe(heardBefore)
    world.hidesAccess = false
    for (const peer of peers) await peer.connect(world.rooms, text)
    await world.flush(...peers)
    expect([ann.closed, bob.closed]).toEqual([null, 'not-found'])
  })

  it('R14 lets an older schema only read, and says so before it shows the text', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const [old, ann] = [world.peer('old', 1, { features }), world.peer('ann', 2, { features })]
    await old.connect(world.rooms, text, { schema: documentFormat.version - 1 })
    await ann.connect(world.rooms, text, { schema: documentFormat.version })
    await world.flush(old, ann)
    expect(decodePrivate(old.heard[0] ?? new Uint8Array())).toEqual({
      type: 'policy',
      writable: false,
      reason: 'outdated',
    })
    type(ann, ' read by everybody')
    await world.flush(old, ann)
    expect(reading(old)).toBe(reading(ann))
    old.fragment.delete(1, 1)
    await world.flush(old, ann)
    expect(rejections(old)).toEqual(['outdated-schema'])
    expect(reading(ann)).toContain('read by everybody')
    expect(committed(old).at(-1)).toBe(1)
  })

  it('R14 does not let in who cannot be told, and takes those that say nothing of their schema', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const [old, stock] = [world.peer('old', 1), world.peer('stock', 2)]
    await old.connect(world.rooms, text, { schema: documentFormat.version - 1 })
    await stock.connect(world.rooms, text)
    expect([old.closed, stock.closed]).toEqual(['outdated', null])
  })
})
