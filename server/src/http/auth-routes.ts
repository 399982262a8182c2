import { clientAddressHeader, passwordMinimum } from '../account/auth.ts'
import type { App } from '../app.ts'
import { ProblemError } from '../problem-error.ts'
import { apiRouter } from './api-router.ts'
import { clientAddress } from './client-address.ts'

/** Sign-in, sign-out, passwords and sessions, as the account library offers them; its refusals in our words. */
export function authRoutes(app: Pick<App, 'auth' | 'config'>) {
  const routes = apiRouter()
  routes.on(['GET', 'POST'], '/auth/*', async (c) => {
    const request = new Request(c.req.raw)
    request.headers.set(clientAddressHeader, clientAddress(app, c))
    const response = await app.auth.handler(request)
    if (response.status >= 400) throw await refusalOf(response)
    return response
  })
  return routes
}

async function refusalOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null)
  const code = body && typeof body === 'object' && 'code' in body ? body.code : null
  switch (code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
    case 'INVALID_PASSWORD':
    case 'INVALID_EMAIL':
      return new ProblemError('wrong-credentials')
    case 'PASSWORD_TOO_SHORT':
    case 'PASSWORD_TOO_LONG':
    case 'PASSWORD_TOO_COMMON':
      return new ProblemError('weak-password', { facts: { minimum: passwordMinimum } })
  }
  switch (response.status) {
    case 401:
      return new ProblemError('not-signed-in')
    case 403:
      return new ProblemError('forbidden-origin')
    case 404:
      return new ProblemError('not-found')
    case 429:
      return new ProblemError('too-many-requests')
    default:
      if (response.status >= 500) throw new Error(`the account library failed: ${JSON.stringify(body)}`)
      return new ProblemError('bad-request')
  }
}
