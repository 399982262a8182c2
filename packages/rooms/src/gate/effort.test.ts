import { paragraph, plainText, seedUpdate, textContent } from '@parley/document'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { defaultLimits } from '../limits.ts'
import { manyPieces, splittingUpdate, tangledUpdate } from '../testing/bombs.ts'
import { updateFrameOf } from '../testing/hostile.ts'
import { rejections, stored } from '../testing/looking.ts'
import { meeting } from '../testing/meeting.ts'
import { makeWorld } from '../testing/world.ts'
import { addParagraph, reading, type } from '../testing/writing.ts'
import { Effort, TooMuchEffort } from './effort.ts'

const fragmentOf = (doc: Y.Doc) => doc.getXmlFragment('content')

describe('what an update may cost', () => {
  it('G8 is counted as Yjs takes steps: the square for what is tangled, nothing for what follows', () => {
    const doc = new Y.Doc()
    const effort = Effort.of(doc)
    Y.applyUpdate(doc, seedUpdate(textContent('Title', [paragraph('Words')]), 9))
    expect(effort.spent).toBe(0)
    Y.applyUpdate(doc, tangledUpdate(7, 100))
    expect(effort.spent).toBeGreaterThan(9_000)
    expect(effort.spent).toBeLessThan(21_000)
  })

  it('G8 costs nobody anything who writes after the others, and little who writes beside them', () => {
    const [one, other, server] = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
    const effort = Effort.of(server)
    for (const doc of [one, other]) {
      for (let count = 0; count < 300; count++) fragmentOf(doc).push([new Y.XmlElement('paragraph')])
    }
    Y.applyUpdate(server, Y.encodeStateAsUpdate(one))
    expect(effort.spent).toBe(0)
    Y.applyUpdate(server, Y.encodeStateAsUpdate(other))
    expect(effort.spent).toBeLessThan(1_000)
    expect(fragmentOf(server).length).toBe(600)
  })

  it('G8 ends what takes more than it was given', () => {
    const effort = Effort.of(new Y.Doc())
    const run = (steps: number) => {
      for (let step = 0; step < steps; step++) effort.step()
    }
    effort.within(500, 10_000, () => run(500))
    expect(() => effort.within(500, 10_000, () => run(501))).toThrow(TooMuchEffort)
    effort.within(500, 0, () => run(100))
    expect(() => effort.within(500, 0, () => run(101))).toThrow(TooMuchEffort)
    run(100_000)
  })

  it('G8 refuses a tangle, and the room goes on as it was', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'mal')
    const [ann, mal] = peers
    const before = reading(ann)
    mal.sendRaw(updateFrameOf(tangledUpdate(2, 1 + Math.ceil(Math.sqrt(defaultLimits.mergeSteps)))))
    await world.flush(ann, mal)
    expect(rejections(mal)).toEqual(['too-large'])
    expect(reading(ann)).toBe(before)
    type(ann, ' go on')
    await world.flush(ann)
    expect(stored(world, text)).toContain('Words go on')
  })

  it('G8 refuses tangles that only together would make a text slow to load, and nothing else', async () => {
    const world = makeWorld({ textMergeSteps: 50_000 })
    const { text, peers } = await meeting(world, 'ann')
    const [ann] = peers
    const sent = [11, 12, 13, 14].map((client) => world.peer('mal', client, { features: ['rejected'] }))
    for (const mal of sent) {
      await mal.connect(world.rooms, text)
      await world.flush(mal)
      mal.sendRaw(updateFrameOf(tangledUpdate(mal.doc.clientID, 150)))
      await world.flush(ann, mal)
    }
    expect(sent.map((mal) => rejections(mal)).slice(-1)).toEqual([['too-large']])
    const beside = world.peer('bob', 21, { features: ['rejected'] })
    await beside.connect(world.rooms, text)
    await world.flush(beside)
    addParagraph(ann, 'at the same')
    addParagraph(beside, 'moment')
    await world.flush(ann, beside)
    expect([rejections(ann), rejections(beside)]).toEqual([[], []])
    expect(reading(beside)).toBe(reading(ann))
    const content = world.journal.content(text)
    expect(content && plainText(content)).toContain('moment')
  })

  it('G8 is counted where room is made or gaps are closed among many pieces, and nothing among few', () => {
    const spentOn = (pieces: number) => {
      const doc = new Y.Doc()
      const effort = Effort.of(doc)
      for (const update of manyPieces(7, 4_000, pieces)) Y.applyUpdate(doc, update)
      for (const structs of doc.store.clients.values()) effort.know(structs.length)
      effort.within(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, () =>
        Y.applyUpdate(doc, splittingUpdate(7, 4, 1_000)),
      )
      return effort.spent
    }
    expect(spentOn(0)).toBeLessThan(5_000)
    // Each of 2,000 splits moves what 100,000 pieces take.
    expect(spentOn(100_000)).toBeGreaterThan(2_000 * 90)
  })

  it('G8 refuses an update that splits and deletes without end, and the room goes on as it was', {
    timeout: 60_000,
  }, async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'mal')
    const [ann, mal] = peers
    const pieces = manyPieces(70, 100_000, 100_000)
    for (const update of [...pieces, splittingUpdate(70, 4, 40_000)]) {
      expect(rejections(mal)).toEqual([])
      mal.sendRaw(updateFrameOf(update))
      await world.flush(mal)
      await world.scheduler.advance(60_000)
    }
    expect(rejections(mal)).toEqual(['too-large'])
    mal.askAgain()
    await world.flush(mal)
    mal.sendRaw(updateFrameOf(splittingUpdate(70, 4, 500)))
    await world.flush(mal)
    expect(rejections(mal)).toEqual(['too-large'])
    await world.flush(ann)
    type(ann, ' goes on')
    await world.flush(ann, mal)
    expect(stored(world, text)).toContain('goes on')
  })
})
