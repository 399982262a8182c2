import { contentProblem, readContent } from '@parley/document'
import type { TextId } from '@parley/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Rooms } from './rooms.ts'
import { Attribution } from './testing/attribution.ts'
import { features, rejections } from './testing/looking.ts'
import type { Peer } from './testing/peer.ts'
import { makeWorld, type World } from './testing/world.ts'
import { pushed, reading, wordsOf } from './testing/writing.ts'

/** Three people, the first with two tabs; stock clients and ours. */
const names = ['ann', 'ann', 'bob', 'cem'] as const

const number = fc.nat({ max: 1_000 })
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('write' as const),
      who: number,
      at: number,
      words: fc.string({ minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('erase' as const), who: number, at: number, length: number }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('format' as const), who: number, at: number, length: number }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('split' as const), who: number, at: number }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('drop-block' as const), who: number, at: number }) },
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant('deliver' as const), who: number, frames: fc.nat({ max: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('settle' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('partition' as const), who: number }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('return' as const), who: number }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('refused' as const), who: number }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('store-away' as const), back: fc.boolean() }) },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

interface Run {
  readonly world: World
  readonly text: TextId
  readonly peers: Peer[]
  readonly online: Set<Peer>
  readonly attribution: Attribution
  rooms: Rooms
  nextClient: number
}

describe('convergence', () => {
  it('C1 C2 holds after any mix of edits, partitions, restarts, refusals and failures', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 120, size: 'max' }), async (steps) => {
        const run = await begin()
        for (const each of steps) await perform(run, each)
        await end(run)
      }),
      { numRuns: 100, seed: 20_264, endOnFailure: true },
    )
  })
})

async function begin(): Promise<Run> {
  const world = makeWorld({
    updateBurst: 100_000,
    refusals: 1_000,
    checkpointEntries: 7,
    awake: 0,
    tick: 100,
  })
  const text = await world.createText()
  const run: Run = {
    world,
    text,
    peers: [],
    online: new Set(),
    attribution: new Attribution(),
    rooms: world.rooms,
    nextClient: 1,
  }
  for (const [at, name] of names.entries()) await join(run, name, at)
  await world.flush(...run.peers)
  return run
}

async function join(run: Run, name: string, at: number): Promise<void> {
  const peer = run.world.peer(name, run.nextClient++, { features: at % 2 === 0 ? features : ['rejected'] })
  run.attribution.follow(peer)
  run.peers[at] = peer
  run.online.add(peer)
  await peer.connect(run.rooms, run.text)
}

const peerOf = ({ peers }: Run, who: number): Peer => {
  const peer = peers[who % peers.length]
  if (peer === undefined) throw new Error('expected a peer')
  return peer
}

async function perform(run: Run, step: Step): Promise<void> {
  switch (step.type) {
    case 'deliver': {
      const peer = peerOf(run, step.who)
      peer.flushOut(step.frames)
      await run.world.scheduler.settle()
      peer.flushIn(step.frames)
      return
    }
    case 'settle':
      await run.world.flush(...run.online)
      await run.world.scheduler.advance(200)
      return
    case 'partition':
      peerOf(run, step.who).disconnect()
      run.online.delete(peerOf(run, step.who))
      return
    case 'return':
      return comeBack(run, peerOf(run, step.who))
    case 'restart':
      return restart(run)
    case 'refused':
      return refuse(run, step.who)
    case 'store-away':
      run.world.fault = step.back ? null : () => ({ type: 'unavailable', error: 'away' })
      return
    default:
      edit(peerOf(run, step.who), step)
  }
}

function edit(peer: Peer, step: Extract<Step, { at: number }>): void {
  const { doc, fragment } = peer
  if (fragment.length < 2) return
  doc.transact(() => {
    const block = step.at % fragment.length
    const text = wordsOf(peer, block)
    const at = step.at % (text.length + 1)
    switch (step.type) {
      case 'write':
        text.insert(at, step.words)
        return
      case 'erase':
        text.delete(at, Math.min(step.length % 5, text.length - at))
        return
      case 'format':
        if (block > 0) text.format(at, Math.min(step.length % 5, text.length - at), { bold: {} })
        return
      case 'split': {
        const moved = text.toString().slice(at)
        text.delete(at, text.length - at)
        const paragraph = new Y.XmlElement('paragraph')
        fragment.insert(block + 1, [paragraph])
        paragraph.insert(0, [new Y.XmlText(moved.replaceAll(/<[^>]*>/g, ''))])
        return
      }
      case 'drop-block':
        if (block > 0) fragment.delete(block, 1)
        return
      default:
        step satisfies never
    }
  })
}

async function comeBack(run: Run, peer: Peer): Promise<void> {
  if (run.online.has(peer) && peer.closed === null) return
  run.online.add(peer)
  await peer.connect(run.rooms, run.text)
}

async function restart(run: Run): Promise<void> {
  for (const peer of run.online) peer.disconnect()
  // reason: the old process is gone in the middle of whatever it did; nothing was acknowledged that is not stored
  run.rooms = run.world.restart()
  for (const peer of run.online) await peer.connect(run.rooms, run.text)
}

/** Sends something that is refused; the client begins again with a new document, as ours does. */
async function refuse(run: Run, who: number): Promise<void> {
  const peer = peerOf(run, who)
  run.world.fault = null
  await comeBack(run, peer)
  await run.world.scheduler.advance(10_000)
  await run.world.flush(...run.online)
  peer.doc.transact(() => pushed('script')(peer.doc))
  await run.world.flush(...run.online)
  expect(rejections(peer)).toEqual(['unsafe-content'])
  run.online.delete(peer)
  peer.destroy()
  await join(run, peer.person.name, run.peers.indexOf(peer))
}

async function end(run: Run): Promise<void> {
  const { world, text, peers } = run
  world.fault = null
  for (const peer of peers) await comeBack(run, peer)
  for (let round = 0; round < 3; round++) {
    await world.scheduler.advance(10_000)
    for (const peer of peers) await comeBack(run, peer)
    await world.flush(...peers)
  }
  expect(peers.flatMap(rejections)).toEqual([])
  expect(new Set(peers.map(reading)).size).toBe(1)
  const replayed = new Y.Doc()
  const entries = await world.journal.entries(text, 0, 100_000)
  for (const entry of entries) Y.applyUpdate(replayed, entry.update)
  const content = readContent(replayed)
  expect(replayed.getXmlFragment('content').toJSON()).toBe(peers[0] && reading(peers[0]))
  expect(world.journal.content(text)).toEqual(content)
  expect(contentProblem(content)).toBe(null)
  expect(run.attribution.falseClaims(entries)).toEqual([])
  for (const peer of peers) peer.destroy()
}
