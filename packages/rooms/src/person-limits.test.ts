import type { TextId } from '@parley/model'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { step1Frame } from './frame.ts'
import { defaultLimits } from './limits.ts'
import { forgedUpdate, updateFrameOf } from './testing/hostile.ts'
import { features, rejections, stored } from './testing/looking.ts'
import { meeting } from './testing/meeting.ts'
import type { Peer } from './testing/peer.ts'
import { makeWorld, type World } from './testing/world.ts'
import { pushed, reading, type } from './testing/writing.ts'

const queryFrame = Uint8Array.of(3)
const emptyStep1 = step1Frame(Uint8Array.of(0))

/** Sends a frame so many times. */
function flood(peer: Peer, frame: Uint8Array, times: number): void {
  for (let time = 0; time < times; time++) peer.sendRaw(frame)
  peer.flushOut()
}

/** Bytes that were handed over to a peer since it had heard `before` frames. */
const bytesSince = (peer: Peer, before: number) =>
  peer.heard.slice(before).reduce((sum, frame) => sum + frame.length, 0)

/** Sessions of one person, each in a text of its own. */
async function inTexts(world: World, name: string, texts: number): Promise<[Peer, TextId][]> {
  const joined: [Peer, TextId][] = []
  for (let number = 0; number < texts; number++) {
    const text = await world.createText()
    const peer = world.peer(name, number + 1, { features })
    await peer.connect(world.rooms, text)
    joined.push([peer, text])
  }
  return joined
}

describe('what one session may ask', () => {
  it.each([
    ['the state', emptyStep1],
    ['who is here', queryFrame],
  ])('G1 is bounded: who asks for %s without end is closed', async (_what, frame) => {
    const world = makeWorld()
    const { peers } = await meeting(world, 'ann', 'mal')
    const [ann, mal] = peers
    const before = mal.heard.length
    flood(mal, frame, 10 * defaultLimits.frameBurst)
    expect(mal.closed).toBe('too-fast')
    expect(mal.heard.length - before).toBeLessThan(3 * defaultLimits.frameBurst)
    type(ann, ' undisturbed')
    await world.flush(ann)
    expect(ann.closed).toBe(null)
  })

  it('G1 R7 is not answered while what was sent before is not read, and then once', async () => {
    const world = makeWorld()
    const { peers } = await meeting(world, 'ann', 'mal')
    const [ann, mal] = peers
    mal.backlog = defaultLimits.backlogBytes + 1
    const before = mal.heard.length
    for (let time = 0; time < 100; time++) flood(mal, time % 2 ? emptyStep1 : queryFrame, 1)
    await world.scheduler.advance(10_000)
    expect(bytesSince(mal, before)).toBe(0)
    type(ann, ' meanwhile')
    await world.flush(ann)
    mal.backlog = 0
    await world.scheduler.advance(4_000)
    const states = mal.heard.slice(before).filter((frame) => frame[0] === 0)
    expect(states.length).toBeLessThanOrEqual(2)
    await world.flush(mal)
    expect(reading(mal)).toBe(reading(ann))
  })

  it('G1 costs the whole text each time it is another question, whatever clients it names', async () => {
    const world = makeWorld({ personByteBurst: 1_000_000, personBytesPerSecond: 1_000 })
    const { text, peers } = await meeting(world, 'ann', 'mal')
    const [ann, mal] = peers
    type(ann, 'x'.repeat(50_000))
    await world.flush(ann, mal)
    const before = mal.heard.length
    for (let clock = 1; clock <= 200; clock++) {
      const known = new Map([[1, clock]])
      flood(mal, step1Frame(Y.encodeStateVector(known)), 1)
    }
    expect(bytesSince(mal, before)).toBeLessThan(1_100_000)
    expect(mal.closed).toBe('too-fast')
    // reason: names of nobody make no new question, so that the answer is the one that is kept
    const bob = world.peer('bob', 9)
    await bob.connect(world.rooms, text)
    await world.flush(bob)
    const asked = bob.heard.length
    for (let client = 1_000; client < 1_010; client++)
      flood(bob, step1Frame(Y.encodeStateVector(new Map([[client, 5]]))), 1)
    const answers = new Set(bob.heard.slice(asked).filter((frame) => frame.length > 50_000))
    expect(answers.size).toBe(1)
  })
})

describe('what one person may do in all rooms together', () => {
  it('G1 is so many updates: what each session might send is more than all may', async () => {
    const world = makeWorld({ personUpdateBurst: 50, personUpdatesPerSecond: 10 })
    const mal = await inTexts(world, 'mal', 10)
    const [calm] = await inTexts(world, 'ann', 1)
    await world.flush(...mal.map(([peer]) => peer))
    for (let time = 0; time < 10; time++) {
      for (const [peer] of mal) type(peer, 'x')
      await world.flush(...mal.map(([peer]) => peer))
    }
    expect(mal.filter(([peer]) => peer.closed === 'too-fast').length).toBeGreaterThan(5)
    if (calm === undefined) throw new Error('expected a session')
    await world.flush(calm[0])
    type(calm[0], ' calm')
    await world.flush(calm[0])
    // reason: so many rooms at once share a commit
    await world.scheduler.advance(defaultLimits.beat)
    expect(stored(world, calm[1])).toContain('calm')
  })

  it('G1 is so many bytes, in updates as in answers', async () => {
    const world = makeWorld({ personByteBurst: 100_000, personBytesPerSecond: 10_000 })
    const { peers } = await meeting(world, 'mal', 'ann')
    const [mal, ann] = peers
    for (let time = 0; time < 20; time++) {
      type(mal, 'x'.repeat(10_000))
      await world.flush(mal)
    }
    expect(mal.closed).toBe('too-fast')
    await world.flush(ann)
    type(ann, ' goes on')
    await world.flush(ann)
    expect(rejections(ann)).toEqual([])
  })

  it('G0 G1 is so many bytes that wait, parked in any number of rooms, until they wait no longer', async () => {
    const world = makeWorld({ personHeldBytes: 10_000 })
    const mal = await inTexts(world, 'mal', 10)
    for (const [peer] of mal) {
      const words = forgedUpdate(peer.doc, peer.doc.clientID, (doc) => {
        pushed('paragraph')(doc)
        doc.getXmlFragment('content').push([new Y.XmlText('x'.repeat(3_000))])
      })
      flood(peer, updateFrameOf(words), 1)
    }
    expect(mal.map(([peer]) => peer.closed)).toEqual([
      null,
      null,
      null,
      null,
      ...Array(6).fill('unavailable'),
    ])
    for (const [peer] of mal) peer.disconnect()
    const [fresh] = await inTexts(world, 'mal', 1)
    if (fresh === undefined) throw new Error('expected a session')
    await world.flush(fresh[0])
    type(fresh[0], ' again')
    await world.flush(fresh[0])
    expect(stored(world, fresh[1])).toContain('again')
  })

  it('G1 is so many bytes that wait for the store', async () => {
    const world = makeWorld({ personHeldBytes: 10_000 })
    const mal = await inTexts(world, 'mal', 10)
    await world.flush(...mal.map(([peer]) => peer))
    world.fault = (operation) => (operation === 'append' ? { type: 'unavailable', error: 'away' } : null)
    for (const [peer] of mal) {
      type(peer, 'x'.repeat(3_000))
      peer.flushOut()
      await world.scheduler.settle()
    }
    const ended = mal.filter(([peer]) => peer.closed === 'unavailable')
    expect(ended.length).toBeGreaterThan(4)
    expect(ended.length).toBeLessThan(8)
    world.fault = null
    await world.scheduler.advance(60_000)
    for (const [peer, text] of mal) {
      if (peer.closed !== null) await peer.connect(world.rooms, text)
      await world.flush(peer)
      // reason: so many rooms at once share a commit
      await world.scheduler.advance(defaultLimits.beat)
      expect(stored(world, text)).toContain('x'.repeat(3_000))
    }
  })

  it('A3 is so many refusals in a room, then none until a minute has passed, and reading all the while', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'mal')
    const [ann, mal] = peers
    const loads: string[] = []
    world.fault = (operation) => {
      loads.push(operation)
      return null
    }
    for (let time = 0; time < 50; time++) {
      mal.disconnect()
      await mal.connect(world.rooms, text)
      await world.flush(mal)
      mal.sendRaw(updateFrameOf(forgedUpdate(mal.doc, 2, pushed('script'))))
      await world.flush(mal)
    }
    expect(loads.filter((operation) => operation === 'load').length).toBeLessThan(2 * defaultLimits.refusals)
    type(ann, ' undisturbed')
    mal.disconnect()
    await mal.connect(world.rooms, text)
    await world.flush(ann, mal)
    expect([mal.closed, reading(mal)]).toEqual([null, reading(ann)])
    await world.scheduler.advance(60_000 / defaultLimits.refusalsPerMinute)
    type(mal, ' honest again')
    await world.flush(ann, mal)
    expect(stored(world, text)).toContain('honest again')
  })
})
