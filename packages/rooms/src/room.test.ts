import { plainText } from '@parley/document'
import { describe, expect, it } from 'vitest'
import { makeWorld } from './testing/world.ts'
import { reading, type } from './testing/writing.ts'

describe('rooms', () => {
  it('R1 brings two stock clients together', async () => {
    const world = makeWorld()
    const text = await world.createText()
    const [ann, bob] = [world.peer('ann', 1), world.peer('bob', 2)]
    await ann.connect(world.rooms, text)
    await bob.connect(world.rooms, text)
    await world.flush(ann, bob)
    expect([ann.synced, bob.synced]).toEqual([true, true])
    type(ann, ' by Ann')
    type(bob, ' by Bob', 0)
    await world.flush(ann, bob)
    expect(reading(ann)).toBe(reading(bob))
    expect(reading(ann)).toContain('Words by Ann')
    expect(plainText(world.journal.content(text) ?? { type: 'doc' })).toContain('Title by Bob')
    expect(world.errors).toEqual([])
  })
})
