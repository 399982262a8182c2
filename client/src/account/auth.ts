import { makeProblem } from '@parley/protocol'
import { api, nothing, type Reader } from '../app/api.ts'
import { currentLanguage } from '../app/i18n.ts'
import { NoAnswerError, ProblemError } from '../app/problem-error.ts'

/** A signed-in device, as the account library lists it. */
export interface DeviceSession {
  readonly id: string
  readonly token: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly userAgent: string | null
}

/** The account library's endpoints that the pages use; its refusals become problems in the reader's language. */
export const auth = {
  signIn: (input: { readonly email: string; readonly password: string }) =>
    call('/sign-in/email', nothing, input),
  signOut: () => call('/sign-out', nothing, {}),
  changePassword: (input: { readonly currentPassword: string; readonly newPassword: string }) =>
    call('/change-password', nothing, { ...input, revokeOtherSessions: true }),
  changeName: (name: string) => call('/update-user', nothing, { name }),
  requestReset: (email: string) =>
    call('/request-password-reset', nothing, { email, redirectTo: '/reset-password' }),
  resetPassword: (input: { readonly token: string; readonly newPassword: string }) =>
    call('/reset-password', nothing, input),
  sessions: (signal: AbortSignal) => api.get('/auth/list-sessions', sessionList, { signal }),
  currentSession: (signal: AbortSignal) => api.get('/auth/get-session', currentSession, { signal }),
  revoke: (token: string) => call('/revoke-session', nothing, { token }),
  revokeAll: () => call('/revoke-sessions', nothing, {}),
}

const sessionList: Reader<readonly DeviceSession[]> = { parse: (value) => value as DeviceSession[] }

const currentSession: Reader<string | null> = {
  parse: (value) => (value as { session?: { id: string } } | null)?.session?.id ?? null,
}

const problemOf = {
  INVALID_EMAIL: 'wrong-credentials',
  INVALID_EMAIL_OR_PASSWORD: 'wrong-credentials',
  INVALID_PASSWORD: 'wrong-credentials',
  PASSWORD_TOO_SHORT: 'weak-password',
  PASSWORD_TOO_LONG: 'weak-password',
  UNAUTHORIZED: 'not-signed-in',
} as const

async function call<T>(address: string, reader: Reader<T>, input: unknown): Promise<T> {
  try {
    return await api.post(`/auth${address}`, reader, input)
  } catch (error) {
    throw translated(error)
  }
}

function translated(error: unknown): unknown {
  if (!(error instanceof NoAnswerError)) return error
  if (error.status === 429) return new ProblemError(makeProblem('too-many-requests', currentLanguage()))
  const code = refusalCode(error)
  if (!code || !(code in problemOf)) return error
  const problem = makeProblem(problemOf[code as keyof typeof problemOf], currentLanguage(), { minimum: 12 })
  return new ProblemError(problem)
}

/** The account library's own code in a refusal, e.g. `INVALID_TOKEN`. */
export function refusalCode(error: unknown): string | null {
  const answer = error instanceof NoAnswerError ? error.cause : null
  const code = (answer as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : null
}
