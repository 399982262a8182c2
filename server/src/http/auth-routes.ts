import { clientAddressHeader, passwordMinimum, personOf } from '../account/auth.ts'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { ProblemError } from '../problem-error.ts'
import { type ApiContext, apiRouter } from './api-router.ts'
import { describeAuth } from './auth-paths.ts'
import { clientAddress } from './client-address.ts'

/** After these, sessions may be gone, whose sockets must not stay open. */
const ending = /\/(sign-out|revoke-\w+(-\w+)?|change-password)$/

/** Sign-in, sign-out, passwords and sessions, as the account library offers them; its refusals in our words. */
export function authRoutes(app: Pick<App, 'auth' | 'config' | 'sessions'>) {
  const routes = apiRouter()
  describeAuth(routes)
  routes.on(['GET', 'POST'], '/auth/*', async (c) => {
    const person = ending.test(c.req.path) ? (await personOf(app.auth, c.req.raw.headers)).person : null
    const before = person ? await sessionsOf(app, person) : []
    const response = await app.auth.handler(await passedOn(app, c))
    if (response.status >= 400) throw await refusalOf(response)
    if (person) await closeEnded(app, person, before)
    return response
  })
  return routes
}

/** The request for the library; its body has been read already. */
async function passedOn(app: Pick<App, 'config'>, c: ApiContext): Promise<Request> {
  const headers = new Headers(c.req.raw.headers)
  headers.set(clientAddressHeader, clientAddress(app, c))
  const isPost = c.req.method === 'POST'
  return new Request(c.req.url, {
    method: c.req.method,
    headers,
    ...(isPost && { body: await c.req.arrayBuffer() }),
  })
}

async function sessionsOf(app: Pick<App, 'auth'>, person: SignedIn): Promise<string[]> {
  const { internalAdapter } = await app.auth.$context
  return (await internalAdapter.listSessions(person.id)).map(({ id }) => id)
}

async function closeEnded(
  app: Pick<App, 'auth' | 'sessions'>,
  person: SignedIn,
  before: readonly string[],
): Promise<void> {
  const left = await sessionsOf(app, person)
  for (const session of before) if (!left.includes(session)) app.sessions.signedOut(session)
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
