import type { PersonId } from '@parley/model'
import { emailSchema, meSchema } from '@parley/protocol'
import type { App } from '../app.ts'
import { demoPassword, demoPeople } from '../demo/people.ts'
import { readMe } from '../present/me.ts'
import { ProblemError } from '../problem-error.ts'
import { type ApiContext, apiRouter } from './api-router.ts'
import { answers, createRoute, jsonBody, z } from './describe.ts'
import { withSession } from './with-session.ts'

/** Sign-in by one click, in the demonstration and on its own computer only. */
export function demoRoutes(app: App) {
  const routes = apiRouter()

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/demo/sign-in',
      tags: ['Demonstration'],
      summary: 'Sign in as somebody of the demonstration, on its own computer only',
      request: jsonBody(z.object({ email: emailSchema })),
      responses: answers(200, meSchema, 'Signed in'),
    }),
    async (c) => {
      if (!app.config.demo || !isLoopback(c)) throw new ProblemError('demo-only')
      const { email } = c.req.valid('json')
      if (!demoPeople().some((person) => person.email === email)) throw new ProblemError('not-found')
      const answer = c.json(await readMe(app.store.db, await personWith(app, email)), 200)
      return withSession(app, c, { email, password: demoPassword(app.secret) }, answer)
    },
  )
  return routes
}

/** Both ends: the peer, and the name by which it was reached, so that no other site's name leads here. */
function isLoopback(c: ApiContext): boolean {
  const peer = c.env.incoming?.socket.remoteAddress ?? ''
  const host = new URL(c.req.url).hostname
  return (
    /^(::ffff:)?127\.|^::1$/.test(peer) && (host === 'localhost' || host === '[::1]' || host === '127.0.0.1')
  )
}

async function personWith(app: App, email: string): Promise<PersonId> {
  const { id } = await app.store.db
    .selectFrom('user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return id
}
