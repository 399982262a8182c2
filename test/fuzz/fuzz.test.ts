import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { found } from './found.ts'
import { anyScene, play } from './scene.ts'

/** Seeds that are played each time; `FUZZ_SEEDS=7,8` plays others, `FUZZ_RUNS` more of each. */
const seeds = (process.env.FUZZ_SEEDS ?? '1,2,3').split(',').map(Number)
const runs = Number(process.env.FUZZ_RUNS ?? 150)
const timeout = Math.max(120_000, runs * 1_000)

describe('a hostile writer', () => {
  it.each(Object.entries(found))('does no harm as it once did: %s', async (_what, steps) => {
    await expect(play(steps)).resolves.toBeTruthy()
  })

  it.each(seeds)('G2 G4 G5 G6 C1 does no harm, whatever the updates (seed %i)', { timeout }, async (seed) => {
    const codes = new Set<string>()
    let taken = 0
    const playing = fc.asyncProperty(anyScene, async (steps) => {
      const played = await play(steps)
      taken += played.taken
      for (const code of played.codes) codes.add(code)
    })
    await fc.assert(playing, { seed, numRuns: runs })
    // Scenes that are all refused at the door, or none of them, would show nothing.
    expect(taken).toBeGreaterThan(runs / 2)
    expect([...codes]).toEqual(
      expect.arrayContaining(['not-allowed', 'unknown-dependency', 'unsafe-content']),
    )
  })
})
