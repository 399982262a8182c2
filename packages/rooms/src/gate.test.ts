import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { defaultLimits } from './limits.ts'
import { forgedUpdate, updateFrameOf } from './testing/hostile.ts'
import { committed, features, readOnly, rejections, stored } from './testing/looking.ts'
import { meeting } from './testing/meeting.ts'
import { makeWorld } from './testing/world.ts'
import { pushed, reading, type, wordsOf } from './testing/writing.ts'

const fragmentOf = (doc: Y.Doc) => doc.getXmlFragment('content')

describe('the gate', () => {
  it('G0 parks what comes before step 2 and judges it with it', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann')
    const [ann] = peers
    ann.disconnect()
    type(ann, ' offline')
    await ann.connect(world.rooms, text)
    type(ann, ' and at once')
    expect(ann.outgoing.length).toBeGreaterThan(2)
    ann.flushOut()
    await world.scheduler.settle()
    expect(stored(world, text)).not.toContain('offline')
    await world.flush(ann)
    expect(stored(world, text)).toContain('Words offline and at once')
    expect([committed(ann).at(-1), rejections(ann)]).toEqual([2, []])
  })

  it('G0 parks within a bound', async () => {
    const world = makeWorld({ parkedBytes: 1_000 })
    const text = await world.createText()
    const ann = world.peer('ann', 1, { features })
    await ann.connect(world.rooms, text)
    ann.flushOut()
    const big = forgedUpdate(ann.doc, 1, (doc) => {
      fragmentOf(doc).push([new Y.XmlText('x'.repeat(2_000))])
    })
    ann.sendRaw(updateFrameOf(big))
    ann.flushOut()
    ann.flushIn()
    expect(rejections(ann)).toEqual(['too-large'])
  })

  it('G1 closes on a frame that is too large, and on too many at once', async () => {
    const world = makeWorld({ updateBurst: 20, updatesPerSecond: 10 })
    const { peers } = await meeting(world, 'ann', 'bob')
    const [ann, bob] = peers
    ann.sendRaw(new Uint8Array(defaultLimits.frameBytes + 1))
    for (let count = 0; count < 25; count++) type(bob, 'x')
    await world.flush(ann, bob)
    expect([ann.closed, bob.closed]).toEqual(['frame-too-large', 'too-fast'])
  })

  it('G1 lets a rate be kept up for ever', async () => {
    const world = makeWorld({ updateBurst: 20, updatesPerSecond: 10 })
    const { peers } = await meeting(world, 'ann')
    for (let second = 0; second < 60; second++) {
      for (let count = 0; count < 10; count++) type(peers[0], 'x')
      await world.flush(...peers)
      await world.scheduler.advance(1_000)
    }
    expect(peers[0].closed).toBe(null)
  })

  it('G1 refuses a text that grows too large, and only that', async () => {
    const world = makeWorld({ textBytes: 5_000 })
    const { text, peers } = await meeting(world, 'ann', 'bob')
    const [ann, bob] = peers
    type(ann, 'x'.repeat(6_000))
    type(bob, ' small')
    await world.flush(ann, bob)
    expect([rejections(ann), rejections(bob)]).toEqual([['too-large'], []])
    expect(stored(world, text)).toContain('Words small')
    // reason: what is written and deleted again leaves no size behind, only the sum of updates
    for (let round = 0; round < 10; round++) {
      type(bob, 'y'.repeat(1_000))
      await world.flush(bob)
      bob.doc.transact(() => wordsOf(bob, 1).delete(5, 1_000))
      await world.flush(bob)
    }
    expect(rejections(bob)).toEqual([])
  })

  it('G1 lets in so many sessions per text and per person', async () => {
    const world = makeWorld({ sessionsPerText: 3, sessionsPerPersonAndText: 2 })
    const text = await world.createText()
    const peers = ['ann', 'ann', 'ann', 'bob', 'cem'].map((name, at) => world.peer(name, at + 1))
    for (const peer of peers) await peer.connect(world.rooms, text)
    expect(peers.map(({ closed }) => closed)).toEqual([null, null, 'too-many', null, 'too-many'])
  })

  it('G1 ends sessions when more waits for the store than it may hold', async () => {
    const world = makeWorld({ queuedBytes: 5_000 })
    const { text, peers } = await meeting(world, 'ann')
    world.fault = (operation) => (operation === 'append' ? { type: 'unavailable', error: 'away' } : null)
    for (let count = 0; count < 10; count++) {
      type(peers[0], 'x'.repeat(1_000))
      peers[0].flushOut()
      await world.scheduler.settle()
    }
    expect(peers[0].closed).toBe('unavailable')
    world.fault = null
    await world.scheduler.advance(60_000)
    await peers[0].connect(world.rooms, text)
    await world.flush(...peers)
    expect(stored(world, text)).toContain('x'.repeat(10_000))
  })

  it('G3 refuses who may not write, but nothing that changes nothing', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const [ann, eve] = [world.peer('ann', 1, { features }), world.peer('eve', 2, { features })]
    world.access.set(eve.person.id, readOnly(world, eve))
    await ann.connect(world.rooms, text)
    await world.flush(ann)
    ann.doc.transact(() => wordsOf(ann, 1).delete(0, 2))
    await world.flush(ann)
    await eve.connect(world.rooms, text)
    await world.flush(ann, eve)
    expect(rejections(eve)).toEqual([])
    expect(committed(eve)).toEqual([1])
    type(eve, ' by Eve')
    await world.flush(ann, eve)
    expect(rejections(eve)).toEqual(['read-only'])
    expect([reading(ann), stored(world, text)].join()).not.toContain('Eve')
  })

  it('G3 judges an update that races with a change of rights by the order of the journal', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann')
    type(peers[0], ' too late')
    peers[0].flushOut()
    // reason: changed after the update came in, and before the transaction that would store it; nobody rechecked
    world.access.set(peers[0].person.id, readOnly(world, peers[0]))
    await world.flush(...peers)
    expect(rejections(peers[0])).toEqual(['read-only'])
    expect(stored(world, text)).not.toContain('late')
  })

  it('G4 lets nobody write under the client id of somebody else, or of the system', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'eve')
    const [ann, eve] = peers
    type(ann, ' by Ann')
    await world.flush(ann, eve)
    const seed = Y.decodeStateVector(Y.encodeStateVector(eve.doc))
    for (const client of seed.keys()) {
      if (client === 2) continue
      eve.sendRaw(updateFrameOf(forgedUpdate(eve.doc, client, pushed('paragraph'))))
      await world.flush(ann, eve)
      eve.disconnect()
      await eve.connect(world.rooms, text)
      await world.flush(eve)
    }
    expect(new Set(rejections(eve))).toEqual(new Set(['client-id-taken']))
    expect(rejections(eve)).toHaveLength(2)
    expect(await world.journal.entries(text, 2, 10)).toEqual([])
  })

  it('G4 keeps a client id that was announced, before its first update', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const [ann, eve] = [world.peer('ann', 1), world.peer('eve', 2, { features })]
    await ann.connect(world.rooms, text, { client: 1 })
    await eve.connect(world.rooms, text)
    await world.flush(ann, eve)
    eve.sendRaw(updateFrameOf(forgedUpdate(eve.doc, 1, pushed('paragraph'))))
    await world.flush(ann, eve)
    expect(rejections(eve)).toEqual(['client-id-taken'])
  })

  it('G4 stores the binding of a client id with the update, for every server after', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann')
    type(peers[0], ' by Ann')
    await world.flush(...peers)
    const loaded = await world.journal.load(text)
    expect(loaded.type === 'loaded' && loaded.clients).toEqual(new Map([[1, peers[0].person.id]]))
    const eve = world.peer('eve', 2, { features })
    await eve.connect(world.restart(), text)
    await world.flush(eve)
    eve.sendRaw(updateFrameOf(forgedUpdate(eve.doc, 1, pushed('paragraph'))))
    await world.flush(eve)
    expect(rejections(eve)).toEqual(['client-id-taken'])
  })

  it('G4 takes so many client ids from one person', async () => {
    const world = makeWorld({ clientsPerPerson: 3 })
    const { text, peers } = await meeting(world, 'ann')
    for (let client = 101; client <= 103; client++) {
      peers[0].sendRaw(updateFrameOf(forgedUpdate(peers[0].doc, client, pushed('paragraph'))))
      await world.flush(...peers)
    }
    expect(rejections(peers[0])).toEqual(['too-large'])
    expect(await world.journal.entries(text, 1, 10)).toHaveLength(2)
  })

  it('G4 refuses what builds on or deletes what nobody knows, and G5 leaves nothing pending', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann')
    const [ann] = peers
    const later = new Y.Doc()
    Y.applyUpdate(later, Y.encodeStateAsUpdate(ann.doc))
    later.clientID = 1
    pushed('paragraph')(later)
    const gap = forgedUpdate(later, 1, pushed('paragraph'))
    const onOther = forgedUpdate(later, 77, pushed('paragraph'))
    const deleting = forgedUpdate(later, 77, (doc) => fragmentOf(doc).delete(2, 1))
    for (const update of [gap, onOther, deleting]) {
      ann.sendRaw(updateFrameOf(update))
      await world.flush(ann)
      ann.disconnect()
      await ann.connect(world.rooms, text)
      await world.flush(ann)
    }
    expect(rejections(ann)).toEqual(['unknown-dependency', 'unknown-dependency', 'unknown-dependency'])
    type(ann, ' goes on')
    await world.flush(ann)
    expect(stored(world, text)).toContain('goes on')
  })
})
