import { expect, it } from 'vitest'
import { makeAttemptLimit } from './attempts.ts'

it('lets so many attempts a window through, each address for itself', async () => {
  let now = 0
  const limit = makeAttemptLimit(() => now)
  const attempt = async (key: string) => (await limit.consume(key, { window: 60, max: 2 })).allowed
  expect([await attempt('a'), await attempt('a'), await attempt('a')]).toEqual([true, true, false])
  expect(await attempt('b')).toBe(true)
  now = 59_999
  expect(await limit.consume('a', { window: 60, max: 2 })).toEqual({ allowed: false, retryAfter: 1 })
  now = 60_000
  expect(await attempt('a')).toBe(true)
})
