import { createMiddleware } from 'hono/factory'
import type { Config } from '../config.ts'
import { ProblemError } from '../problem-error.ts'
import type { ApiEnv } from './api-router.ts'

const reading = ['GET', 'HEAD', 'OPTIONS']

/** Refuses requests that change something and come from another site's page. */
export const checkOrigin = (config: Pick<Config, 'publicUrl'>) =>
  createMiddleware<ApiEnv>(async function checkOrigin(c, next) {
    if (!reading.includes(c.req.method) && !isOwnOrigin(config, c.req.raw.headers)) {
      throw new ProblemError('forbidden-origin')
    }
    await next()
  })

/**
 * Whether a request comes from our own pages or from a program. Browsers say in `Sec-Fetch-Site` whose page it is, and
 * no page can change that; older ones send `Origin` with whatever changes something. Programs send neither.
 */
export function isOwnOrigin(config: Pick<Config, 'publicUrl'>, headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (origin === null) return true
  if (origin === config.publicUrl) return true
  const host = headers.get('host')
  return host !== null && URL.canParse(origin) && new URL(origin).host === host
}
