import type { App } from '../app.ts'
import type { ApiContext } from './api-router.ts'

/** Address of the browser; behind a proxy (PUBLIC_URL is https, which this server does not speak) the one it names. */
export function clientAddress(app: Pick<App, 'config'>, c: ApiContext): string {
  const peer = c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1'
  if (!app.config.publicUrl.startsWith('https:')) return peer
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || peer
}
