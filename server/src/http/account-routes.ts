import { z } from '@hono/zod-openapi'
import { installationSchema, meSchema, personNameSchema, setupSchema } from '@parley/protocol'
import type { App } from '../app.ts'
import { isSetupNeeded, setUp } from '../commands/set-up.ts'
import { demoPeople } from '../demo/people.ts'
import { readMe } from '../present/me.ts'
import { apiRouter, signedIn } from './api-router.ts'
import { answers, createRoute, jsonBody } from './describe.ts'
import { withSession } from './with-session.ts'

/** The installation, its first account, and the signed-in person. */
export function accountRoutes(app: App) {
  const routes = apiRouter()

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/installation',
      tags: ['Account'],
      summary: 'What a browser needs to know before anybody signs in',
      responses: answers(200, installationSchema, 'The installation'),
    }),
    async (c) =>
      c.json(
        {
          setupNeeded: await isSetupNeeded(app.store.db),
          mail: app.mail !== null,
          demoPeople: app.config.demo ? demoPeople() : [],
          defaultLanguage: null,
        },
        200,
      ),
  )

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/setup',
      tags: ['Account'],
      summary: 'Make the first account and organisation of an empty installation',
      request: jsonBody(setupSchema),
      responses: answers(201, meSchema, 'Made, and signed in'),
    }),
    async (c) => {
      const input = c.req.valid('json')
      const { person } = await setUp(app, input)
      return withSession(app, c, input, c.json(await readMe(app.store.db, person), 201))
    },
  )

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/me',
      tags: ['Account'],
      summary: 'The signed-in person',
      responses: answers(200, meSchema, 'The person and their organisations'),
    }),
    async (c) => c.json(await readMe(app.store.db, signedIn(c).id), 200),
  )

  routes.openapi(
    createRoute({
      method: 'patch',
      path: '/me',
      tags: ['Account'],
      summary: 'Change one’s own name',
      request: jsonBody(z.object({ name: personNameSchema })),
      responses: answers(200, meSchema, 'The person as it is now'),
    }),
    async (c) => {
      const { id } = signedIn(c)
      await app.auth.api.updateUser({ body: c.req.valid('json'), headers: c.req.raw.headers })
      return c.json(await readMe(app.store.db, id), 200)
    },
  )
  return routes
}
