import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { defaultLimits } from './limits.ts'
import { forgedUpdate, updateFrameOf } from './testing/hostile.ts'
import { stored } from './testing/looking.ts'
import { meeting } from './testing/meeting.ts'
import { makeWorld } from './testing/world.ts'
import { pushed, reading, type } from './testing/writing.ts'

/** Frames as honest clients send them, to be bent. */
function honestFrames(): Uint8Array[] {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('content')
  const words = forgedUpdate(doc, 500, (copy) => {
    const paragraph = new Y.XmlElement('paragraph')
    copy.getXmlFragment('content').push([paragraph])
    paragraph.push([new Y.XmlText('honest words')])
  })
  Y.applyUpdate(doc, words)
  const deletion = forgedUpdate(doc, 500, (copy) => copy.getXmlFragment('content').delete(0, 1))
  const marked = forgedUpdate(doc, 500, (copy) => {
    const text = new Y.XmlText()
    copy.getXmlFragment('content').push([text])
    text.insert(0, 'bold', { bold: {}, link: { href: 'https://example.org' } })
  })
  fragment.toJSON()
  const step = (kind: number, bytes: Uint8Array) => Uint8Array.of(0, kind, bytes.length, ...bytes)
  return [
    updateFrameOf(words),
    updateFrameOf(deletion),
    updateFrameOf(marked),
    step(0, Y.encodeStateVector(doc)),
    step(1, words),
    Uint8Array.of(1, 7, 1, 2, 1, 4, 110, 117, 108, 108),
  ]
}

const honest = honestFrames()

const bent = fc
  .record({
    frame: fc.constantFrom(...honest),
    changes: fc.array(fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 255 })), { maxLength: 5, size: 'max' }),
    cut: fc.option(fc.nat({ max: 200 })),
  })
  .map(({ frame, changes, cut }) => {
    const bytes = frame.slice(0, cut ?? undefined)
    for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
    return bytes
  })

describe('hostile clients', () => {
  it('G1 G2 G4 leave the text as it was and the others undisturbed, whatever bytes they send', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(bent, fc.uint8Array({ maxLength: 60 })), {
          minLength: 5,
          maxLength: 30,
          size: 'max',
        }),
        async (frames) => {
          const world = makeWorld({ refusals: 1_000 })
          const { text, peers } = await meeting(world, 'ann', 'mal')
          const [ann, mal] = peers
          world.access.set(mal.person.id, {
            type: 'read',
            reason: 'role',
            membership: { party: world.partyOf(mal.person), partyKind: 'provider', partyName: 'P' },
          })
          const before = reading(ann)
          for (const frame of frames) {
            if (mal.closed !== null) await mal.connect(world.rooms, text)
            mal.sendRaw(frame)
            mal.flushOut()
            await world.scheduler.settle()
          }
          await world.flush(ann)
          expect(reading(ann)).toBe(before)
          expect(await world.journal.entries(text, 1, 10)).toEqual([])
          type(ann, ' undisturbed')
          await world.flush(ann)
          expect(stored(world, text)).toContain('undisturbed')
          expect(world.errors).toEqual([])
        },
      ),
      { numRuns: 150, seed: 20_265 },
    )
  })

  it('G5 G6 who may write make nothing worse than text: replicas and journal stay equal', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(bent, { minLength: 10, maxLength: 40, size: 'max' }), async (frames) => {
        const world = makeWorld({ refusals: 1_000 })
        const { text, peers } = await meeting(world, 'ann', 'mal')
        const [ann, mal] = peers
        for (const frame of frames) {
          if (mal.closed !== null) await mal.connect(world.rooms, text)
          else mal.askAgain()
          await world.flush(mal)
          mal.sendRaw(frame)
          await world.flush(mal)
        }
        type(ann, ' goes on', 0)
        await world.flush(ann)
        const fresh = world.peer('bob', 77)
        await fresh.connect(world.rooms, text)
        await world.flush(ann, fresh)
        const replayed = new Y.Doc()
        for (const { update } of await world.journal.entries(text, 0, 1_000)) Y.applyUpdate(replayed, update)
        expect(replayed.store.pendingStructs).toBe(null)
        expect(replayed.store.pendingDs).toBe(null)
        expect(reading(fresh)).toBe(reading(ann))
        expect(replayed.getXmlFragment('content').toJSON()).toBe(reading(ann))
        expect([...replayed.share.keys()]).toEqual(['content'])
        expect(world.errors).toEqual([])
      }),
      { numRuns: 100, seed: 20_266 },
    )
  })

  it('G1 keeps other rooms going while one is flooded', async () => {
    const world = makeWorld()
    const flooded = await meeting(world, 'mal')
    const calm = await meeting(world, 'ann', 'bob')
    const [mal] = flooded.peers
    for (let count = 0; count < 10_000; count++) mal.sendRaw(updateFrameOf(Uint8Array.of(0xff, 0xff)))
    await world.flush(mal)
    expect(mal.closed).toBe('too-fast')
    type(calm.peers[0], ' calm')
    await world.flush(...calm.peers)
    expect(reading(calm.peers[1])).toContain('calm')
  })

  it('G4 takes a client whose clock is ahead of what a restored server knows for refused, not for broken', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'bob')
    const [ann, bob] = peers
    type(bob, ' lost by the restore')
    await world.flush(ann, bob)
    const restored = makeWorld()
    const other = await restored.createText()
    await ann.connect(restored.rooms, other, { client: 1 })
    await restored.flush(ann)
    expect(ann.told.at(-1)).toEqual({ type: 'rejected', code: 'client-id-taken' })
    const fresh = restored.peer('ann', 9)
    await fresh.connect(restored.rooms, other)
    type(ann, 'x')
    await restored.flush(fresh)
    type(fresh, ' on')
    await restored.flush(fresh)
    expect(stored(restored, other)).toContain('Words on')
    expect(stored(world, text)).toContain('lost by the restore')
  })

  it('G1 bounds presence: many states at once are told as one, a flood ends the session', async () => {
    const world = makeWorld()
    const { peers } = await meeting(world, 'ann', 'mal')
    const [ann, mal] = peers
    await world.scheduler.advance(100)
    await world.flush(ann, mal)
    const before = ann.heard.length
    const move = (assoc: number) => {
      const position = { tname: 'content', assoc }
      mal.awareness.setLocalStateField('cursor', { anchor: position, head: position })
    }
    for (let count = 0; count < defaultLimits.frameBurst / 2; count++) move(count)
    mal.flushOut()
    await world.scheduler.advance(100)
    expect(ann.heard.length - before).toBe(1)
    pushed('paragraph')(ann.doc)
    await world.flush(ann, mal)
    expect(reading(mal)).toBe(reading(ann))
    for (let count = 0; count < defaultLimits.frameBurst; count++) move(count)
    mal.flushOut()
    expect(mal.closed).toBe('too-fast')
  })
})
