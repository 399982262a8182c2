import { Hono } from 'hono'
import type { App } from '../app.ts'
import type { ApiEnv } from './api-router.ts'
import { registry } from './metrics.ts'

/** For operators: `/healthz` says the process runs, `/readyz` that its database answers, `/metrics` how it is doing. */
export function healthRoutes(app: Pick<App, 'store'>) {
  const routes = new Hono<ApiEnv>()
  routes.get('/healthz', (c) => c.text('ok\n'))
  routes.get('/readyz', async (c) => {
    try {
      await app.store.db.selectFrom('project').select('id').limit(1).execute()
      return c.text('ready\n')
    } catch {
      return c.text('the database does not answer\n', 503)
    }
  })
  routes.get('/metrics', async (c) =>
    c.body(await registry.metrics(), 200, { 'content-type': registry.contentType }),
  )
  return routes
}
