import type { PersonId } from '@parley/model'
import { Allowances } from '@parley/rooms'
import { createMiddleware } from 'hono/factory'
import { ProblemError } from '../problem-error.ts'
import type { ApiEnv } from './api-router.ts'

/** What a signed-in person may ask for, counted in plain requests. */
export const requestRate = { burst: 3_000, perSecond: 20 }

/** Requests for which the server goes through a whole project, or a whole file, and how many plain ones each counts as. */
const heavy = /\/(export\.\w+|compare|versions\/[^/]+|snapshots|imports\/\w+|projects)$/
const heavyCost = 10

/**
 * Refuses a person who asks for more than the others can do without: each request holds the one thread that everybody's
 * texts are on. Whoever is not signed in gets no further than signing in, which has limits of its own.
 */
export const limitRequests = (now: () => number) => {
  const allowances = new Allowances<PersonId>(requestRate, now)
  return createMiddleware<ApiEnv>(async function limitRequests(c, next) {
    const { person } = c.var
    const cost = heavy.test(c.req.path) ? heavyCost : 1
    if (person !== null && !allowances.of(person.id).take(cost)) throw new ProblemError('too-many-requests')
    await next()
  })
}
