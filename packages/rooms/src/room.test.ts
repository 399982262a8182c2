import { plainText } from '@parley/document'
import type { Feature } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Access } from './access.ts'
import { defaultLimits } from './limits.ts'
import type { Peer } from './testing/peer.ts'
import { makeWorld, type World } from './testing/world.ts'
import { addParagraph, reading, type } from './testing/writing.ts'

const features: readonly Feature[] = ['committed', 'rejected', 'policy', 'saving']

const stored = (world: World, text: Parameters<World['journal']['content']>[0]) => {
  const content = world.journal.content(text)
  return content === null ? '' : plainText(content)
}

const committed = (peer: Peer) =>
  peer.told.filter((message) => message.type === 'committed').map(({ frames }) => frames)

const readOnly = (world: World, peer: Peer): Access => ({
  type: 'read',
  reason: 'phase',
  membership: { party: world.partyOf(peer.person), partyKind: 'provider', partyName: 'Provider' },
})

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

  it('R10 passes edits of the server through the gate, as the acting person', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const [ann, bob] = [world.peer('ann', 1), world.peer('bob', 2)]
    await ann.connect(world.rooms, text)
    await world.flush(ann)
    const change = (doc: Y.Doc) => {
      const block = new Y.XmlElement('paragraph')
      block.insert(0, [new Y.XmlText('Proposed')])
      doc.getXmlFragment('content').push([block])
    }
    const edit = world.rooms.edit(text, bob.person, change)
    await world.flush(ann)
    expect(await edit).toEqual({ type: 'committed', seq: 2 })
    expect(reading(ann)).toContain('Proposed')
    const [entry] = await world.journal.entries(text, 1, 1)
    expect(entry?.author).toEqual({ type: 'person', person: bob.person.id, party: world.partyOf(bob.person) })
    world.access.set(bob.person.id, readOnly(world, bob))
    const refused = world.rooms.edit(text, bob.person, change)
    await world.flush(ann)
    expect(await refused).toEqual({ type: 'refused', code: 'read-only' })
    const unsafe = world.rooms.edit(text, ann.person, (doc) => {
      doc.getXmlFragment('content').push([new Y.XmlElement('script')])
    })
    await world.flush(ann)
    expect(await unsafe).toEqual({ type: 'refused', code: 'unsafe-content' })
    expect(reading(ann)).not.toContain('script')
    world.journal.remove(text)
    const gone = world.rooms.edit(text, ann.person, change)
    await world.flush(ann)
    expect(await gone).toEqual({ type: 'absent' })
  })

  it('R11 follows what another server wrote', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const other = world.restart()
    const [ann, bob] = [world.peer('ann', 1), world.peer('bob', 2)]
    await ann.connect(world.rooms, text)
    await bob.connect(other, text)
    await world.flush(ann, bob)
    for (const [at, letter] of [...'abcdefgh'].entries()) {
      type(at % 2 === 0 ? ann : bob, letter)
      if (at % 3 === 0) await world.flush(ann, bob)
    }
    await world.flush(ann, bob)
    expect(reading(ann)).toBe(reading(bob))
    expect(stored(world, text)).toMatch(/Words[a-h]{8}/)
    expect(world.errors).toEqual([])
  })

  it('R12 ends the sessions of a text that is removed', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const ann = world.peer('ann', 1)
    await ann.connect(world.rooms, text)
    await world.flush(ann)
    world.journal.remove(text)
    type(ann, 'x')
    await world.flush(ann)
    expect(ann.closed).toBe('not-found')
    expect(world.rooms.open()).toEqual([])
    await ann.connect(world.rooms, text)
    expect(ann.closed).toBe('not-found')
  })

  it('R13 encodes what joiners lack once for each version', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const peers = Array.from({ length: 50 }, (_, at) => world.peer(`p${at}`, at + 1))
    for (const peer of peers) await peer.connect(world.rooms, text)
    await world.flush(...peers)
    const states = new Set(peers.map((peer) => peer.heard.find((frame) => frame[1] === 1)))
    expect(states.size).toBe(1)
    addParagraph(peers[0] as Peer, 'More')
    await world.flush(...peers)
    expect(new Set(peers.map(reading)).size).toBe(1)
  })

  it('G7 puts what arrives while a commit runs into the next, with the content', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const peers = Array.from({ length: 10 }, (_, at) => world.peer(`p${at}`, at + 1))
    for (const peer of peers) await peer.connect(world.rooms, text)
    await world.flush(...peers)
    const before = world.changes.length
    for (const peer of peers) type(peer, 'x')
    await world.flush(...peers)
    expect(world.changes.length - before).toBe(1)
    const change = world.changes.at(-1)
    expect(change).toMatchObject({ text, seq: 11, content: world.journal.content(text) })
    expect(change?.people).toHaveLength(10)
    expect(change?.effect).toMatch(/^effect of \d+$/)
    expect(new Set(peers.map(reading)).size).toBe(1)
  })
})
