import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { defaultLimits } from './limits.ts'
import { committed, rejections, stored } from './testing/looking.ts'
import { meeting } from './testing/meeting.ts'
import { makeWorld, type World } from './testing/world.ts'
import { pushed, reading, type } from './testing/writing.ts'

/** The store does not answer at all, or takes the transaction and cannot commit it. */
const ways: readonly (readonly [string, NonNullable<World['fault']>])[] = [
  ['does not answer', () => ({ type: 'unavailable', error: 'away' })],
  [
    'cannot commit',
    (operation, entries) =>
      operation === 'append' && entries.length > 0 ? { type: 'unavailable', error: 'disk full' } : null,
  ],
]

const savings = (peer: { told: readonly { type: string; saving?: boolean }[] }) =>
  peer.told.filter((message) => message.type === 'saving').map(({ saving }) => saving)

describe.each(ways)('a store that %s', (_name, fault) => {
  it('S1 refuses and acknowledges nothing, says so, and stores everything when it is back', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'bob')
    const [ann, bob] = peers
    world.fault = fault
    const before = [committed(ann).length, committed(bob).length]
    for (let minute = 0; minute < 3; minute++) {
      type(ann, ` a${minute}`)
      type(bob, ` b${minute}`)
      await world.flush(ann, bob)
      await world.scheduler.advance(60_000)
    }
    expect([committed(ann).length, committed(bob).length]).toEqual(before)
    expect([rejections(ann), rejections(bob)]).toEqual([[], []])
    expect([savings(ann), ann.closed]).toEqual([[true, false], null])
    expect(reading(bob)).not.toContain('a0')
    world.fault = null
    await world.scheduler.advance(10_000)
    await world.flush(ann, bob)
    expect(savings(ann)).toEqual([true, false, true])
    expect(reading(ann)).toBe(reading(bob))
    for (const words of ['a0', 'b0', 'a2', 'b2']) expect(stored(world, text)).toContain(words)
    expect([committed(ann).at(-1), committed(bob).at(-1)]).toEqual([4, 4])
  })

  it('S2 stores what was received when the last client has left', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann')
    world.fault = fault
    type(peers[0], ' the last words')
    peers[0].flushOut()
    await world.scheduler.settle()
    peers[0].disconnect()
    await world.scheduler.advance(600_000)
    expect(stored(world, text)).not.toContain('the last words')
    world.fault = null
    await world.scheduler.advance(10_000)
    expect(stored(world, text)).toContain('the last words')
  })

  it('S4 answers an edit of the server with unavailable, and does not make it later', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann')
    world.fault = fault
    const edit = world.rooms.edit(text, peers[0].person, (doc) => void pushed('blockquote')(doc))
    await world.flush(...peers)
    expect(await edit).toEqual({ type: 'unavailable' })
    world.fault = null
    await world.scheduler.advance(60_000)
    await world.flush(...peers)
    expect(savings(peers[0])).toEqual([true, false, true])
    expect(reading(peers[0])).not.toContain('blockquote')
    expect(await world.journal.entries(text, 1, 10)).toEqual([])
  })
})

describe('a store that commits and loses the answer', () => {
  it('S3 does not make the commit twice', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'bob')
    const [ann, bob] = peers
    world.loseAnswers = true
    type(ann, ' once')
    await world.flush(ann, bob)
    expect(committed(ann).at(-1)).toBe(1)
    world.loseAnswers = false
    await world.scheduler.advance(10_000)
    await world.flush(ann, bob)
    expect(await world.journal.entries(text, 1, 10)).toHaveLength(1)
    expect(committed(ann).at(-1)).toBe(2)
    expect(reading(bob)).toBe(reading(ann))
    expect(stored(world, text)).toContain('Words once')
  })
})

describe('a store that takes long', () => {
  it('S5 is told as not saving until it answers, and what waits is stored then', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann')
    const slow = Promise.withResolvers<void>()
    world.delay = slow.promise
    type(peers[0], ' in the end')
    await world.flush(peers[0])
    await world.scheduler.advance(defaultLimits.storePatience - 1)
    await world.flush(peers[0])
    expect(savings(peers[0])).toEqual([true])
    await world.scheduler.advance(1)
    await world.flush(peers[0])
    expect([savings(peers[0]), committed(peers[0]).at(-1)]).toEqual([[true, false], 1])
    slow.resolve()
    await world.flush(peers[0])
    expect([savings(peers[0]), committed(peers[0]).at(-1)]).toEqual([[true, false, true], 2])
    expect(stored(world, text)).toContain('in the end')
  })
})

describe('a server that stops', () => {
  it('S2 stores what it received, then ends its sessions', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann')
    type(peers[0], ' in time')
    peers[0].flushOut()
    const closing = world.rooms.close(1_000)
    await world.scheduler.advance(100)
    await closing
    expect(stored(world, text)).toContain('in time')
    expect(peers[0].closed).toBe('going-away')
    const other = world.peer('bob', 9)
    await other.connect(world.rooms, text)
    expect(other.closed).toBe('unavailable')
  })

  it('S1 ends after its patience where the store stays away', async () => {
    const world = makeWorld()
    const { peers } = await meeting(world, 'ann')
    world.fault = () => ({ type: 'unavailable', error: 'away' })
    type(peers[0], ' never')
    peers[0].flushOut()
    const closing = world.rooms.close(1_000)
    await world.scheduler.advance(2_000)
    await closing
    expect(peers[0].closed).toBe('going-away')
    expect(committed(peers[0]).at(-1)).toBe(1)
  })

  it('S1 lets nobody in whose text it cannot read', async () => {
    const world = makeWorld()
    const text = await world.createText()
    world.fault = () => ({ type: 'unavailable', error: 'away' })
    const ann = world.peer('ann', 1)
    await ann.connect(world.rooms, text)
    expect(ann.closed).toBe('unavailable')
    world.fault = null
    await ann.connect(world.rooms, text)
    await world.flush(ann)
    expect(Y.encodeStateVector(ann.doc).length).toBeGreaterThan(1)
  })
})
