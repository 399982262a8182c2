import { describe, expect, it } from 'vitest'
import { defaultLimits } from './limits.ts'
import { meeting } from './testing/meeting.ts'
import { makeWorld } from './testing/world.ts'
import { reading, type } from './testing/writing.ts'

const { beat, manyRooms } = defaultLimits

/** As many meetings as said, each with one person, after a quiet moment. */
async function meetings(count: number) {
  const world = makeWorld()
  const peers = []
  for (let at = 0; at < count; at++) peers.push((await meeting(world, `p${at}`, `reader${at}`)).peers)
  await world.scheduler.advance(2 * beat)
  return { world, peers }
}

describe('rooms that begin at the same time', () => {
  it('G7 do not wait where they are few, however often they begin', async () => {
    const { world, peers } = await meetings(manyRooms)
    for (const [writer, reader] of [...peers, ...peers]) {
      type(writer, ' at once')
      await world.flush(writer, reader)
      expect(reading(reader)).toBe(reading(writer))
    }
  })

  it('G7 begin together where they are many, and go on by themselves when it is quiet again', async () => {
    const { world, peers } = await meetings(manyRooms + 3)
    for (const [writer, reader] of peers) {
      type(writer, ' soon')
      await world.flush(writer, reader)
    }
    const late = () => peers.filter(([writer, reader]) => reading(reader) !== reading(writer)).length
    expect(late()).toBe(3)
    await world.scheduler.advance(beat - 1)
    await world.flush(...peers.flat())
    expect(late()).toBe(3)
    await world.scheduler.advance(1)
    await world.flush(...peers.flat())
    expect(late()).toBe(0)
    await world.scheduler.advance(2 * beat)
    const [[writer, reader] = []] = peers
    if (writer === undefined || reader === undefined) throw new Error('expected peers')
    type(writer, ' at once')
    await world.flush(writer, reader)
    expect(late()).toBe(0)
  })
})
