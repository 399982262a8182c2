import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { meeting } from './testing/meeting.ts'
import { makeWorld } from './testing/world.ts'

describe('carets', () => {
  it('P1 shows no caret that would break the editors of the others, whatever it says', async () => {
    const id = fc.record({
      client: fc.oneof(fc.constantFrom(1, 2, 900_000, -1, 2 ** 40), fc.anything()),
      clock: fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(2 ** 53, 1.5, '1')),
    })
    const position = fc.record(
      {
        type: fc.oneof(id, fc.constant(null)),
        item: fc.oneof(id, fc.constant(null)),
        tname: fc.constantFrom('content', 'hidden', '', null, 5),
        assoc: fc.constantFrom(0, -1, 1, 'x', null),
      },
      { requiredKeys: [] },
    )
    const cursor = fc.record({ anchor: position, head: position })
    const world = makeWorld()
    const { peers } = await meeting(world, 'ann', 'eve')
    const [ann, eve] = peers
    let shown = 0
    await fc.assert(
      fc.asyncProperty(cursor, async (claimed) => {
        eve.awareness.setLocalState({ cursor: claimed })
        await world.flush(eve)
        await world.scheduler.advance(100)
        await world.flush(ann)
        const seen = ann.awareness.getStates().get(2) as { cursor?: { anchor: unknown; head: unknown } }
        if (seen.cursor === undefined) return
        shown += 1
        for (const place of [seen.cursor.anchor, seen.cursor.head])
          Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(place), ann.doc)
        expect([...ann.doc.share.keys()]).toEqual(['content'])
      }),
      { numRuns: 1_000, seed: 20_267 },
    )
    expect(shown).toBeGreaterThan(50)
  })
})
