import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { defaultLimits } from './limits.ts'
import { committed, readOnly, rejections, stored } from './testing/looking.ts'
import { meeting } from './testing/meeting.ts'
import type { Peer } from './testing/peer.ts'
import { makeWorld } from './testing/world.ts'
import { addParagraph, reading, type } from './testing/writing.ts'

describe('what is written in rooms', () => {
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
    const [first] = peers
    if (first === undefined) throw new Error('expected peers')
    addParagraph(first, 'More')
    await world.flush(...peers)
    expect(new Set(peers.map(reading)).size).toBe(1)
  })

  it('G7 stores at once what comes after quiet; with many readers what follows waits, and is told together', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const count = 2 * defaultLimits.manyReaders
    const peers = Array.from({ length: count }, (_, at) => world.peer(`p${at}`, at + 1))
    for (const peer of peers) await peer.connect(world.rooms, text)
    await world.flush(...peers)
    await world.scheduler.advance(defaultLimits.mergeWindow)
    const [one, two, reader] = peers
    if (one === undefined || two === undefined || reader === undefined) throw new Error('expected peers')
    type(one, 'a')
    await world.flush(...peers)
    const told = () => world.changes.length
    expect(reading(reader)).toContain('a')
    const after = told()
    for (const peer of [one, two, one]) {
      type(peer, 'b')
      await world.flush(...peers)
    }
    expect(told()).toBe(after)
    await world.scheduler.advance(defaultLimits.mergeWindow / 2)
    await world.flush(...peers)
    expect(told()).toBe(after + 1)
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

  it('G7 C2 stores what each session sent in a batch as one entry, whatever came between', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'bob', 'ann')
    const [bob, ann] = peers
    const before = await world.journal.entries(text, 0, 10)
    const send = (peer: Peer, words: string) => {
      type(peer, words)
      peer.flushOut()
    }
    send(bob, ' bob')
    send(ann, ' ann')
    // Bob has Ann's words by another way, and writes on before the server has stored them.
    Y.applyUpdate(bob.doc, Y.encodeStateAsUpdate(ann.doc), bob)
    send(bob, ' after ann')
    send(ann, ' once more')
    await world.flush(ann, bob)
    expect([rejections(ann), rejections(bob)]).toEqual([[], []])
    const entries = await world.journal.entries(text, before.length, 10)
    expect(entries.map(({ author }) => author.type === 'person' && author.person)).toEqual(
      [bob, ann, bob].map(({ person }) => person.id),
    )
    expect([committed(ann), committed(bob)].map((counts) => counts.at(-1))).toEqual([3, 3])
    expect(reading(ann)).toBe(reading(bob))
  })

  it('R3 G3 acknowledges those who come back with what the others bring, and stores what somebody brings besides', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'bob', 'cleo', 'dan')
    const [ann, bob, cleo, dan] = peers
    type(ann, ' one')
    addParagraph(bob, 'two')
    await world.flush(...peers)
    for (const peer of peers) peer.disconnect()
    type(cleo, ' alone')
    for (const peer of peers) {
      peer.told.length = 0
      await peer.connect(world.rooms, text)
      await world.flush(peer)
    }
    await world.flush(...peers)
    expect(peers.map((peer) => committed(peer).at(-1))).toEqual([1, 1, 1, 1])
    expect(stored(world, text)).toContain('alone')
    expect(new Set([ann, bob, cleo, dan].map(reading)).size).toBe(1)
  })
})
