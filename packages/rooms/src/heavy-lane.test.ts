import { describe, expect, it } from 'vitest'
import { documentFormat } from './format.ts'
import { forgedUpdate, updateFrameOf } from './testing/hostile.ts'
import { committed, rejections, stored } from './testing/looking.ts'
import { meeting } from './testing/meeting.ts'
import { makeWorld } from './testing/world.ts'
import { pushed, reading, type } from './testing/writing.ts'

describe('heavy rooms', () => {
  it('G9 rest after each batch, all in turn, while the others go on', async () => {
    const heavy = new Set<string>()
    const world = makeWorld(
      {},
      {
        ...documentFormat,
        read(doc) {
          const content = documentFormat.read(doc)
          if ([...heavy].some((word) => JSON.stringify(content).includes(word))) world.scheduler.work(100)
          return content
        },
      },
    )
    const [one, two, light] = [
      await meeting(world, 'ann'),
      await meeting(world, 'bob'),
      await meeting(world, 'cleo'),
    ]
    heavy.add('heavy')
    const [ann, bob, cleo] = [one.peers[0], two.peers[0], light.peers[0]]
    for (const peer of [ann, bob]) type(peer, ' heavy')
    await world.flush(ann, bob)
    // Each worked for 100 ms: together they rest for 400.
    for (const peer of [ann, bob]) type(peer, ' more')
    await world.flush(ann, bob)
    expect([committed(ann).at(-1), committed(bob).at(-1)]).toEqual([2, 2])
    type(cleo, ' at once')
    await world.flush(cleo)
    expect(committed(cleo).at(-1)).toBe(2)
    await world.scheduler.advance(399)
    await world.flush(ann, bob)
    expect(committed(bob).at(-1)).toBe(2)
    await world.scheduler.advance(1)
    await world.flush(ann, bob)
    expect([committed(ann).at(-1), committed(bob).at(-1)]).toEqual([3, 3])
    expect([stored(world, one.text), stored(world, two.text)]).toEqual([
      expect.stringContaining('Words heavy more'),
      expect.stringContaining('Words heavy more'),
    ])
    expect(reading(ann)).toContain('more')
  })

  it('A2 G9 find who spoilt a heavy batch by halves, not by reading the text after each of hundreds', async () => {
    let reads = 0
    const world = makeWorld(
      {},
      {
        ...documentFormat,
        read(doc) {
          reads += 1
          world.scheduler.work(50)
          return documentFormat.read(doc)
        },
      },
    )
    const { text, peers } = await meeting(world, 'ann', 'mal')
    const [ann, mal] = peers
    await world.scheduler.advance(60_000)
    reads = 0
    for (let count = 0; count < 120; count++) type(ann, 'x')
    mal.sendRaw(updateFrameOf(forgedUpdate(mal.doc, 2, pushed('script'))))
    for (let count = 0; count < 10; count++) {
      await world.flush(ann, mal)
      await world.scheduler.advance(5_000)
    }
    expect([rejections(mal), stored(world, text)]).toEqual([
      ['unsafe-content'],
      expect.stringContaining('x'.repeat(120)),
    ])
    expect(reads).toBeLessThan(30)
  })
})
