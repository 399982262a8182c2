import { makeWorld, meeting, reading } from '@parley/rooms/testing'
import { describe, expect, it } from 'vitest'
import { bombs } from './bombs/bombs.ts'
import { checkHarmless } from './check-harmless.ts'

describe.each(Object.entries(bombs))('a hostile writer who sends %s', (_family, all) => {
  it.each(all.map((bomb) => [bomb.name, bomb] as const))(
    'G1 G2 G4 G5 G6 G8 does no harm by %s',
    {
      timeout: 60_000,
    },
    async (_name, bomb) => {
      const world = makeWorld()
      const { text, peers } = await meeting(world, 'ann', 'mal')
      const [ann, mal] = peers
      for (const frame of bomb.frames(mal.doc)) {
        // reason: what is no bytes never gets as far as a room
        if (typeof frame !== 'string') mal.sendRaw(frame)
      }
      await world.flush(ann, mal)
      const fresh = await checkHarmless(world, text, ann)
      expect(reading(fresh)).toContain('Words')
      expect('polluted' in {}).toBe(false)
      for (const peer of [ann, mal, fresh]) peer.destroy()
    },
  )
})
