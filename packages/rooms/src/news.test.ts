import { describe, expect, it } from 'vitest'
import type { TextChange } from './options.ts'
import { meeting } from './testing/meeting.ts'
import { makeWorld } from './testing/world.ts'
import { type } from './testing/writing.ts'

describe('what is told of a text', () => {
  it('R15 tells what another server wrote, with its content, effect and people', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const elsewhere: TextChange<string>[] = []
    const other = world.restart(elsewhere)
    const [ann, bob] = [world.peer('ann', 1), world.peer('bob', 2)]
    await ann.connect(world.rooms, text)
    await bob.connect(other, text)
    await world.flush(ann, bob)
    type(ann, ' from the one')
    await world.flush(ann, bob)
    const [change] = world.changes
    expect(world.changes).toHaveLength(1)
    expect(change?.people).toEqual([ann.person.id])
    expect(elsewhere).toEqual([change])
    type(bob, ' from the other')
    await world.flush(ann, bob)
    expect(world.changes).toEqual(elsewhere)
    expect(world.changes.at(-1)).toMatchObject({
      seq: 3,
      content: world.journal.content(text),
      effect: await world.journal.effect(text),
      people: [bob.person.id],
    })
  })

  it('R15 tells of what is followed together with an own batch once, of everybody who wrote', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const elsewhere: TextChange<string>[] = []
    const other = world.restart(elsewhere)
    const [ann, bob] = [world.peer('ann', 1), world.peer('bob', 2)]
    await ann.connect(world.rooms, text)
    await bob.connect(other, text)
    await world.flush(ann, bob)
    for (let turn = 0; turn < 5; turn++) {
      type(ann, `a${turn}`)
      type(bob, `b${turn}`)
      await world.flush(ann, bob)
    }
    for (const told of [world.changes, elsewhere]) {
      const seqs = told.map(({ seq }) => seq)
      expect(seqs).toEqual([...new Set(seqs)].sort((one, two) => one - two))
      expect(told.at(-1)).toMatchObject({ seq: 11, content: world.journal.content(text) })
      expect(new Set(told.flatMap(({ people }) => people))).toEqual(new Set([ann.person.id, bob.person.id]))
    }
  })

  it('R15 tells of a commit whose answer was lost, once it is known', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann')
    world.loseAnswers = true
    type(peers[0], ' once')
    await world.flush(...peers)
    expect(world.changes).toEqual([])
    world.loseAnswers = false
    await world.scheduler.advance(10_000)
    await world.flush(...peers)
    expect(world.changes).toMatchObject([
      { seq: 2, content: world.journal.content(text), people: [peers[0].person.id] },
    ])
  })

  it('R15 tells later what could not be read at once', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const elsewhere: TextChange<string>[] = []
    const other = world.restart(elsewhere)
    const [ann, bob] = [world.peer('ann', 1), world.peer('bob', 2)]
    await ann.connect(world.rooms, text)
    await bob.connect(other, text)
    await world.flush(ann, bob)
    world.fault = (operation) => (operation === 'effect' ? { type: 'unavailable', error: 'away' } : null)
    type(ann, ' written')
    await world.flush(ann, bob)
    expect([world.changes.length, elsewhere.length]).toEqual([1, 0])
    expect(world.errors).toEqual(['away'])
    world.fault = null
    await world.scheduler.advance(5_000)
    expect(elsewhere).toEqual(world.changes)
  })
})
