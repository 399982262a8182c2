import { personId } from '@parley/model'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '../problem-error.ts'
import type { ApiEnv } from './api-router.ts'
import { limitRequests, requestRate } from './request-rate.ts'

/** The limit before an answer that is always the same, and a clock that the test moves. */
function begin() {
  const clock = { now: 0 }
  const http = new Hono<ApiEnv>()
  http.onError((error, c) => c.text(error instanceof ProblemError ? error.code : 'a bug', 429))
  http.use(async (c, next) => {
    const name = c.req.header('x-name')
    const session = `session of ${name}`
    c.set(
      'person',
      name === undefined ? null : { id: personId(name), name, email: `${name}@example.org`, session },
    )
    await next()
  })
  http.use(limitRequests(() => clock.now))
  http.all('*', (c) => c.text('answered'))
  const ask = async (name: string | null, path: string) =>
    (await http.request(path, { headers: name === null ? {} : { 'x-name': name } })).text()
  async function answered(name: string | null, path: string, times: number): Promise<number> {
    let count = 0
    for (let time = 0; time < times; time++) if ((await ask(name, path)) === 'answered') count += 1
    return count
  }
  return { clock, ask, answered }
}

describe('requests of one person', () => {
  it('are so many at once, so many a second, and those of others all the same', async () => {
    const { clock, ask, answered } = begin()
    expect(await answered('mal', '/api/me', 2 * requestRate.burst)).toBe(requestRate.burst)
    expect(await ask('mal', '/api/me')).toBe('too-many-requests')
    expect(await ask('ann', '/api/me')).toBe('answered')
    clock.now = 1_000
    expect(await answered('mal', '/api/me', 100)).toBe(requestRate.perSecond)
  })

  it.each([
    '/api/projects',
    '/api/projects/p/export.xlsx',
    '/api/projects/p/compare',
    '/api/projects/p/versions/3',
    '/api/projects/p/snapshots',
    '/api/imports/preview',
  ])('count ten times where they go through a whole project or file: %s', async (path) => {
    const { answered } = begin()
    expect(await answered('mal', path, requestRate.burst)).toBe(requestRate.burst / 10)
  })

  it('are not met by who opens projects in five tabs, again and again', async () => {
    const { clock, answered } = begin()
    const [tabs, requestsOfPage, turns] = [5, 15, 60]
    for (let turn = 0; turn < turns; turn++) {
      expect(await answered('ann', '/api/projects/p/document', tabs * requestsOfPage)).toBe(
        tabs * requestsOfPage,
      )
      clock.now += 5_000
    }
  })

  it('leave who is not signed in to the limits of signing in', async () => {
    const { answered } = begin()
    expect(await answered(null, '/api/me', 2 * requestRate.burst)).toBe(2 * requestRate.burst)
  })
})
