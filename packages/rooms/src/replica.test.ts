import { newId } from '@parley/model'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { step2Frame } from './frame.ts'
import { Replica } from './replica.ts'
import { stored } from './testing/looking.ts'
import { makeWorld } from './testing/world.ts'
import { reading, type } from './testing/writing.ts'

const edit = fc.record({
  who: fc.nat({ max: 2 }),
  at: fc.nat({ max: 50 }),
  words: fc.string({ maxLength: 4 }),
  erased: fc.nat({ max: 3 }),
})

/** A document that several wrote at the same time, and how it stood after each change. */
function written(edits: readonly (typeof edit extends fc.Arbitrary<infer Value> ? Value : never)[]) {
  const docs = [1, 2, 3].map((client) => {
    const doc = new Y.Doc()
    doc.clientID = client
    return doc
  })
  const moments: Uint8Array[] = [Y.encodeStateVector(new Y.Doc())]
  for (const { who, at, words, erased } of edits) {
    const doc = docs[who] ?? new Y.Doc()
    const text = doc.getText('t')
    text.delete(Math.min(at, text.length), Math.min(erased, text.length - Math.min(at, text.length)))
    text.insert(Math.min(at, text.length), words)
    moments.push(Y.encodeStateVector(doc))
  }
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update)
  return { updates, moments: [...moments, Y.encodeStateVector(docs[0] ?? new Y.Doc())] }
}

const someone = newId<'person'>()

const wordsOf = (update: Uint8Array) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc.getText('t').toString()
}

describe('a document that sleeps', () => {
  it('R16 answers everybody as it did awake, and wakes as it was', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const { updates, moments } = written(edits)
        const head = { seq: 3, hash: new Uint8Array() }
        const make = () => new Replica({ type: 'loaded', head, updates, clients: new Map() }, 10)
        const [awake, asleep] = [make(), make()]
        asleep.fallAsleep()
        expect(asleep.isAsleep).toBe(true)
        expect(asleep.state()).toEqual(awake.state())
        expect(asleep.stateVector()).toEqual(awake.stateVector())
        for (const moment of moments) {
          const known = asleep.knownOf(moment)
          if (known === null) throw new Error('expected a state vector')
          expect(known).toEqual(awake.knownOf(moment))
          expect(Y.decodeUpdate(asleep.since(known))).toEqual(Y.decodeUpdate(awake.since(known)))
          expect(asleep.answer(known).frame).toEqual(step2Frame(asleep.since(known)))
        }
        for (const client of [1, 2, 3, 4])
          expect(asleep.reserve(client, someone)).toBe(awake.reserve(client, someone))
        expect(asleep.isAsleep).toBe(true)
        expect(wordsOf(Y.encodeStateAsUpdate(asleep.doc))).toBe(wordsOf(awake.state()))
        expect(asleep.isAsleep).toBe(false)
      }),
      { numRuns: 200, seed: 7 },
    )
  })

  it('R16 sleeps while people read, join and come back, and wakes when somebody writes', async () => {
    const falling = vi.spyOn(Replica.prototype, 'fallAsleep')
    const world = makeWorld()
    const text = await world.createText()
    const [ann, bob] = [world.peer('ann', 1), world.peer('bob', 2)]
    await ann.connect(world.rooms, text)
    await world.flush(ann)
    type(ann, ' before')
    await world.flush(ann)
    await world.scheduler.advance(30_000)
    const replica = falling.mock.contexts[0] as Replica
    expect(replica.isAsleep).toBe(true)
    await bob.connect(world.rooms, text)
    await world.flush(ann, bob)
    ann.disconnect()
    await ann.connect(world.rooms, text)
    await world.flush(ann, bob)
    expect(reading(bob)).toBe(reading(ann))
    expect(replica.isAsleep).toBe(true)
    ann.doc.transact(() => ann.fragment.delete(1, 1))
    type(bob, 'after ', 0)
    await world.flush(ann, bob)
    expect(replica.isAsleep).toBe(false)
    expect(reading(bob)).toBe(reading(ann))
    expect(stored(world, text)).toContain('after ')
    await world.scheduler.advance(30_000)
    expect(replica.isAsleep).toBe(true)
    falling.mockRestore()
  })
})
