import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from './limits.ts'
import { forgedUpdate, presenceClaim, updateFrameOf } from './testing/hostile.ts'
import { rejections } from './testing/looking.ts'
import { meeting } from './testing/meeting.ts'
import type { Peer } from './testing/peer.ts'
import { makeWorld, type World } from './testing/world.ts'
import { pushed } from './testing/writing.ts'

/** Lets presence be gathered and delivered. */
async function show(world: World, ...peers: Peer[]): Promise<void> {
  await world.flush(...peers)
  await world.scheduler.advance(100)
  await world.flush(...peers)
}

const seenBy = (peer: Peer, of: Peer): unknown => peer.awareness.getStates().get(of.doc.clientID)

const othersSeenBy = (peer: Peer): number[] =>
  [...peer.awareness.getStates().keys()].filter((client) => client !== peer.doc.clientID).sort()

describe('presence', () => {
  it('P1 shows who the server knows, whatever the client claims, and nothing else but a caret', async () => {
    const world = makeWorld()
    const { peers } = await meeting(world, 'ann', 'bob')
    const [ann, bob] = peers
    const position = { type: { client: 5, clock: 1, extra: 'x' }, tname: null, item: null, assoc: 0 }
    ann.awareness.setLocalState({
      user: { name: 'The Boss', color: 'red', party: 'other' },
      cursor: { anchor: position, head: position, note: 'hidden' },
      secret: 'x',
    })
    await show(world, ann, bob)
    const shown = { type: { client: 5, clock: 1 }, assoc: 0 }
    expect(seenBy(bob, ann)).toEqual({
      user: {
        person: ann.person.id,
        name: 'ann',
        party: world.partyOf(ann.person),
        partyName: 'Client',
        partyKind: 'client',
        color: '#123456',
      },
      cursor: { anchor: shown, head: shown },
    })
  })

  it.each(['null', '7', '[]', '{', '{"cursor":5}', '{"cursor":{"anchor":1,"head":2}}', '"x"'])(
    'P1 takes %s for a state without a caret, or for none',
    async (state) => {
      const world = makeWorld()
      const { peers } = await meeting(world, 'ann', 'bob')
      const [ann, bob] = peers
      ann.sendRaw(presenceClaim([1, 99, state]))
      await show(world, ann, bob)
      const seen = seenBy(bob, ann)
      if (state === 'null') expect(seen).toBe(undefined)
      else expect(Object.keys(seen ?? {})).toEqual(['user'])
      expect(ann.closed).toBe(null)
    },
  )

  it('P1 passes over a state that is too large', async () => {
    const world = makeWorld()
    const { peers } = await meeting(world, 'ann', 'bob')
    const [ann, bob] = peers
    await show(world, ann, bob)
    const before = bob.heard.length
    ann.sendRaw(presenceClaim([1, 99, JSON.stringify({ cursor: 'x'.repeat(defaultLimits.presenceBytes) })]))
    await show(world, ann, bob)
    expect(bob.heard.length).toBe(before)
  })

  it('P2 passes over what a session says of others, and does not make them its own', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'bob', 'eve')
    const [ann, bob, eve] = peers
    await show(world, ...peers)
    eve.sendRaw(
      presenceClaim([1, 2 ** 50, 'null'], [2, 2 ** 50, '{"user":{"name":"forged"}}'], [77, 1, '{}']),
    )
    await show(world, ...peers)
    expect(othersSeenBy(ann)).toEqual([2, 3])
    expect(seenBy(ann, bob)).toMatchObject({ user: { name: 'bob' } })
    expect(othersSeenBy(bob)).toEqual([1, 3])
    const late = world.peer('cem', 77)
    await late.connect(world.rooms, text)
    await show(world, ...peers, late)
    expect(seenBy(ann, late)).toMatchObject({ user: { name: 'cem' } })
  })

  it('P2 keeps an id it has seen from being written under by others', async () => {
    const world = makeWorld()
    const { peers } = await meeting(world, 'ann', 'eve')
    const [ann, eve] = peers
    eve.sendRaw(updateFrameOf(forgedUpdate(eve.doc, ann.doc.clientID, pushed('paragraph'))))
    await show(world, ann, eve)
    expect(rejections(eve)).toEqual(['client-id-taken'])
  })

  it('P3 shows those who were here before to who joins, and takes away who leaves', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'bob')
    const [ann, bob] = peers
    await show(world, ann, bob)
    const late = world.peer('cem', 3)
    await late.connect(world.rooms, text)
    await show(world, ann, bob, late)
    expect(othersSeenBy(late)).toEqual([1, 2])
    bob.disconnect()
    await show(world, ann, late)
    expect([othersSeenBy(ann), othersSeenBy(late)]).toEqual([[3], [1]])
    await bob.connect(world.rooms, text)
    await show(world, ann, bob, late)
    expect([othersSeenBy(ann), othersSeenBy(bob), othersSeenBy(late)]).toEqual([
      [2, 3],
      [1, 3],
      [1, 2],
    ])
  })

  it('P3 shows who returns after the server was started again', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'bob')
    await show(world, ...peers)
    await world.scheduler.advance(60_000)
    const restarted = world.restart()
    for (const peer of peers) {
      peer.disconnect()
      await peer.connect(restarted, text)
    }
    await show(world, ...peers)
    expect(peers.map(othersSeenBy)).toEqual([[2], [1]])
  })

  it('P3 tells who has a caret in the text', async () => {
    const world = makeWorld()
    const { peers } = await meeting(world, 'ann', 'bob')
    const [ann, bob] = peers
    await show(world, ...peers)
    expect(world.writers).toEqual([])
    const cursor = { anchor: { tname: 'content' }, head: { tname: 'content' } }
    ann.awareness.setLocalStateField('cursor', cursor)
    await show(world, ...peers)
    bob.awareness.setLocalStateField('cursor', cursor)
    await show(world, ...peers)
    ann.awareness.setLocalStateField('cursor', null)
    bob.disconnect()
    await show(world, ...peers)
    expect(world.writers).toEqual([[ann.person.id], [ann.person.id, bob.person.id], []])
  })

  it('P3 tells that nobody has a caret any more when the text is removed', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann')
    const [ann] = peers
    ann.awareness.setLocalStateField('cursor', { anchor: { tname: 'content' }, head: { tname: 'content' } })
    await show(world, ann)
    world.journal.remove(text)
    ann.doc.transact(() => pushed('paragraph')(ann.doc))
    await show(world, ann)
    expect(world.writers).toEqual([[ann.person.id], []])
  })

  it('P4 gives a returning person their client id, ending the session that had it', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'bob')
    const [ann, bob] = peers
    const again = world.peer('ann', 1)
    await again.connect(world.rooms, text)
    await show(world, ann, bob, again)
    expect([ann.closed, again.closed]).toEqual(['replaced', null])
    expect(othersSeenBy(bob)).toEqual([1])
    const eve = world.peer('eve', 1)
    await eve.connect(world.rooms, text, { client: 1 })
    await show(world, bob, again, eve)
    expect([again.closed, eve.closed]).toEqual([null, null])
    expect(seenBy(bob, again)).toMatchObject({ user: { name: 'ann' } })
  })

  it('P3 P4 holds after any churn of joins, drops, returns, relays and forgeries', async () => {
    const step = fc.record({
      who: fc.nat({ max: 4 }),
      what: fc.constantFrom('join', 'drop', 'hide', 'move', 'forge', 'relay') as fc.Arbitrary<Step>,
      about: fc.nat({ max: 5 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40, size: 'max' }), async (steps) => {
        const world = makeWorld({ clientsPerPerson: 1_000 })
        const text = await world.createText()
        const peers = Array.from({ length: 5 }, (_, at) => world.peer(`p${at}`, at + 1))
        const live = new Set<Peer>()
        for (const { who, what, about } of steps) {
          const peer = peers[who]
          if (peer === undefined) throw new Error('expected a peer')
          await perform(what, peer, about, world, text, live)
          await show(world, ...peers)
          const shown = [...live].filter((each) => each.awareness.getLocalState() !== null)
          for (const viewer of live) {
            const expected = shown.filter((each) => each !== viewer).map((each) => each.doc.clientID)
            expect(othersSeenBy(viewer)).toEqual(expected.sort())
            for (const other of shown) {
              if (other !== viewer)
                expect(seenBy(viewer, other)).toMatchObject({ user: { name: other.person.name } })
            }
          }
        }
        for (const peer of peers) peer.destroy()
      }),
      { numRuns: 60, seed: 20_263 },
    )
  })
})

type Step = 'join' | 'drop' | 'hide' | 'move' | 'forge' | 'relay'

async function perform(
  what: Step,
  peer: Peer,
  about: number,
  world: World,
  text: Parameters<Peer['connect']>[1],
  live: Set<Peer>,
): Promise<void> {
  const isLive = live.has(peer)
  // reason: what a session says of itself is true, however it says it
  const isAboutItself = [about, about + 1].includes(peer.doc.clientID)
  switch (what) {
    case 'join':
      if (isLive) return
      if (peer.awareness.getLocalState() === null) peer.awareness.setLocalState({})
      await peer.connect(world.rooms, text)
      live.add(peer)
      return
    case 'drop':
      if (isLive) peer.disconnect()
      live.delete(peer)
      return
    case 'hide':
      if (isLive) peer.awareness.setLocalState(null)
      return
    case 'move':
      if (isLive)
        peer.awareness.setLocalState({ cursor: { anchor: { tname: 'content' }, head: { tname: 'content' } } })
      return
    case 'forge':
      if (isLive && !isAboutItself)
        peer.sendRaw(presenceClaim([about, 2 ** 45, '{"user":{"name":"forged"}}']))
      return
    case 'relay':
      if (isLive && !isAboutItself) peer.sendRaw(presenceClaim([about, 1, 'null'], [about + 1, 5, '{}']))
      return
    default:
      what satisfies never
  }
}
