import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, MiddlewareHandler, Next } from 'hono'

/** Vite puts everything whose name holds a hash of its content there. */
const hashed = /^\/assets\//

/**
 * The built client: hashed files lie there compressed and are kept by browsers for good, everything else is asked for
 * again each time, and an address that is no file is a page of the application.
 */
export function clientFiles(folder: string): MiddlewareHandler {
  const files = serveStatic({ root: folder, precompressed: true })
  return async function clientFiles(c: Context, next: Next) {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const found = c.req.path === '/' ? undefined : await files(c, async () => {})
    if (found) {
      found.headers.set(
        'cache-control',
        hashed.test(c.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
      return found
    }
    if (hashed.test(c.req.path) || /\.\w+$/.test(c.req.path)) return next()
    return page(c, folder, next)
  }
}

async function page(c: Context, folder: string, next: Next) {
  const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null)
  if (html === null) return next()
  return c.html(html, 200, { 'cache-control': 'no-cache' })
}
