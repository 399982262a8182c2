import { api, nothing, type Reader } from '../app/api.ts'

/** A signed-in device, as the account library lists it. */
export interface DeviceSession {
  readonly id: string
  readonly token: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly userAgent: string | null
}

const sessionList: Reader<readonly DeviceSession[]> = { parse: (value) => value as DeviceSession[] }

const currentSession: Reader<string | null> = {
  parse: (value) => (value as { session?: { id: string } } | null)?.session?.id ?? null,
}

const post = (address: string, input: unknown) => api.post(`/auth${address}`, nothing, input)

/** The account library's endpoints (`/api/auth`) that the pages use. */
export const auth = {
  signIn: (input: { readonly email: string; readonly password: string }) => post('/sign-in/email', input),
  signOut: () => post('/sign-out', {}),
  changePassword: (input: { readonly currentPassword: string; readonly newPassword: string }) =>
    post('/change-password', { ...input, revokeOtherSessions: true }),
  requestReset: (email: string) => post('/request-password-reset', { email, redirectTo: '/reset-password' }),
  resetPassword: (input: { readonly token: string; readonly newPassword: string }) =>
    post('/reset-password', input),
  sessions: (signal: AbortSignal) => api.get('/auth/list-sessions', sessionList, { signal }),
  currentSession: (signal: AbortSignal) => api.get('/auth/get-session', currentSession, { signal }),
  revoke: (token: string) => post('/revoke-session', { token }),
  revokeAll: () => post('/revoke-sessions', {}),
}
