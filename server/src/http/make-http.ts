import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { secureHeaders } from 'hono/secure-headers'
import type { App } from '../app.ts'
import { ProblemError } from '../problem-error.ts'
import { type ApiContext, type ApiEnv, apiRouter } from './api-router.ts'
import { authRoutes } from './auth-routes.ts'
import { bodyGuard } from './body-guard.ts'
import { checkOrigin } from './check-origin.ts'
import { clientFiles } from './client-files.ts'
import { errorAnswer, problemAnswer } from './error-answer.ts'
import { healthRoutes } from './health-routes.ts'
import { idempotency } from './idempotency.ts'
import { measure } from './metrics.ts'
import { openApiRoutes } from './open-api-routes.ts'
import { limitRequests } from './request-rate.ts'
import { resourceRoutes } from './resource-routes.ts'
import { who } from './who.ts'

/** Everything that is answered over HTTP, the endpoints of live texts included. */
export function makeHttp(app: App, syncRoutes: Hono): Hono<ApiEnv> {
  const http = new Hono<ApiEnv>()
  http.onError(errorAnswer(app))
  http.route('/', syncRoutes)
  http.use(measure(app))
  http.use(securityHeaders(app))
  http.use(
    compress({
      threshold: 1_024,
      contentTypeFilter:
        /^(text|application)\/(.*\+)?(json|javascript|css|html|plain|markdown|xml)|^image\/svg/i,
    }),
  )
  http.use('/api/*', methodNotAllowed({ app: http, onMethodNotAllowed: otherMethod }))
  http.route('/', healthRoutes(app))
  http.route('/api', makeApi(app))
  http.all('/api/*', (c) => problemAnswer(c, new ProblemError('not-found')))
  http.use('*', clientFiles(app.config.clientDir))
  http.notFound((c) => problemAnswer(c, new ProblemError('not-found')))
  return http
}

function otherMethod(c: ApiContext, methods: readonly string[]): Response {
  const { method } = c.req
  const answer = problemAnswer(c, new ProblemError('method-not-allowed', { facts: { method, methods } }))
  answer.headers.set('allow', methods.join(', '))
  return answer
}

function makeApi(app: App) {
  const api = apiRouter()
  api.onError(errorAnswer(app))
  api.use(checkOrigin(app.config))
  api.use('/auth/*', bodyGuard)
  api.route('/', authRoutes(app))
  api.use(who(app), limitRequests(Date.now), bodyGuard, idempotency(app))
  for (const routes of resourceRoutes(app)) api.route('/', routes)
  api.route('/', openApiRoutes(api))
  return api
}

/** Scripts from our own files only; Mantine sets styles on elements, hence `unsafe-inline` for styles. */
function securityHeaders({ config }: Pick<App, 'config'>) {
  const isHttps = config.publicUrl.startsWith('https:')
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'", ...(config.publicUrlGiven ? [socketOrigin(config.publicUrl)] : [])],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: isHttps ? 'max-age=31536000' : false,
    crossOriginEmbedderPolicy: false,
  })
}

/** Named beside `self`, which older browsers do not take to include sockets. */
const socketOrigin = (publicUrl: string) => publicUrl.replace(/^http/, 'ws')
