import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { App } from '../app.ts'
import type { ApiEnv } from './api-router.ts'

/** What `/metrics` tells; other parts of the server register their own figures here. */
export const registry = new Registry()
collectDefaultMetrics({ register: registry })

const requests = new Histogram({
  name: 'parley_http_request_seconds',
  help: 'Time to answer HTTP requests',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
})

/** Measures and logs each request; addresses are logged without their query and by their route's pattern. */
export const measure = (app: Pick<App, 'log'>) =>
  createMiddleware<ApiEnv>(async function measure(c, next) {
    const begin = performance.now()
    await next()
    const seconds = (performance.now() - begin) / 1_000
    const route = routePath(c, -1)
    requests.observe({ method: c.req.method, route, status: c.res.status }, seconds)
    app.log.debug(
      { method: c.req.method, route, status: c.res.status, ms: Math.round(seconds * 1_000) },
      'request',
    )
  })
