import { createMiddleware } from 'hono/factory'
import { personOf } from '../account/auth.ts'
import type { App } from '../app.ts'
import type { ApiEnv } from './api-router.ts'
import { languageOf } from './language.ts'

/** Finds out who sends the request and in which language to answer. */
export const who = (app: Pick<App, 'auth'>) =>
  createMiddleware<ApiEnv>(async function who(c, next) {
    c.set('language', languageOf(c.req.header('accept-language')))
    const { person, setCookie } = await personOf(app.auth, c.req.raw.headers)
    c.set('person', person)
    await next()
    for (const cookie of setCookie) c.header('set-cookie', cookie, { append: true })
    c.header('cache-control', c.res.headers.get('cache-control') ?? 'no-store')
  })
