import { clientAddressHeader } from '../account/auth.ts'
import type { App } from '../app.ts'
import type { ApiContext } from './api-router.ts'
import { clientAddress } from './client-address.ts'

/** Signs in whoever has just got an account: the answer carries the cookie and, for programs, the bearer token. */
export async function withSession<Answer extends Response>(
  app: Pick<App, 'auth' | 'config'>,
  c: ApiContext,
  { email, password }: { readonly email: string; readonly password: string },
  answer: Answer,
): Promise<Answer> {
  const headers = new Headers({ [clientAddressHeader]: clientAddress(app, c) })
  const userAgent = c.req.header('user-agent')
  if (userAgent) headers.set('user-agent', userAgent)
  const signedIn = await app.auth.api.signInEmail({ body: { email, password }, headers, asResponse: true })
  for (const cookie of signedIn.headers.getSetCookie()) answer.headers.append('set-cookie', cookie)
  const token = signedIn.headers.get('set-auth-token')
  if (token) answer.headers.set('set-auth-token', token)
  return answer
}
