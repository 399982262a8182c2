import { personId } from '@parley/model'
import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { getMigrations } from 'better-auth/db/migration'
import { bearer } from 'better-auth/plugins/bearer'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Mail } from '../mail.ts'
import { type Database, StoreError } from '../store/index.ts'
import { makeAttemptLimit } from './attempts.ts'
import { isCommonPassword } from './common-passwords.ts'
import { resetLetter } from './reset-letter.ts'
import type { SignedIn } from './signed-in.ts'

/** Fewest characters of a password (NIST SP 800-63B asks for 15 where it stands alone, 8 at the very least). */
export const passwordMinimum = 12

/** Hours for which a link to reset a password can be used. */
export const resetLinkHours = 1

export interface AuthOptions {
  readonly config: Config
  readonly db: Kysely<Database>
  readonly dialect: 'sqlite' | 'postgres'
  readonly secret: string
  readonly mail: Mail | null
  readonly log: Logger
}

/** Accounts, sessions and passwords: better-auth over our database, without public sign-up. */
export type Auth = ReturnType<typeof makeAuth>

export function makeAuth({ config, db, dialect, secret, mail, log }: AuthOptions) {
  return betterAuth({
    appName: 'Parley',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret,
    database: { db, type: dialect, transaction: false },
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level]({ from: 'better-auth' }, message) },
    emailAndPassword: {
      enabled: true,
      // Accounts are made by the first set-up and by invitations only (account/create-account.ts).
      disableSignUp: true,
      minPasswordLength: passwordMinimum,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: resetLinkHours * 3600,
      revokeSessionsOnPasswordReset: true,
      ...(mail && {
        sendResetPassword: async ({ user, token }, request) => {
          const letter = resetLetter(user, resetLink(config, token), request?.headers.get('accept-language'))
          await mail.send(letter)
        },
      }),
    },
    session: { expiresIn: 14 * 24 * 3600, updateAge: 24 * 3600 },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customStorage: makeAttemptLimit(Date.now),
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/change-password': { window: 60, max: 10 },
        '/reset-password': { window: 60, max: 10 },
        '/request-password-reset': { window: 300, max: 5 },
        '/get-session': false,
      },
    },
    advanced: {
      cookiePrefix: 'parley',
      useSecureCookies: config.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      // Origins are checked before any request reaches this library (http/check-origin.ts).
      disableCSRFCheck: true,
      disableOriginCheck: false,
      // A letter is sent after the answer, whose time must not tell whether there is an account.
      backgroundTasks: {
        handler: (task) => void task.catch((err: unknown) => log.warn({ err }, 'a letter could not be sent')),
      },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    disabledPaths: ['/sign-up/email', '/change-email', '/delete-user', '/update-user', '/verify-email'],
    plugins: [bearer()],
    hooks: {
      before: createAuthMiddleware(async (context) => {
        const body: unknown = context.body
        if (!body || typeof body !== 'object' || !('newPassword' in body)) return
        if (typeof body.newPassword === 'string' && isCommonPassword(body.newPassword)) {
          throw new APIError('BAD_REQUEST', { code: 'PASSWORD_TOO_COMMON', message: 'Password too common' })
        }
      }),
    },
  })
}

/** Carries the address of the peer as the server itself saw it; set by http/auth-routes.ts, whatever a client sends. */
export const clientAddressHeader = 'x-parley-client-address'

/** The page on which a new password is chosen. */
export const resetLink = (config: Pick<Config, 'publicUrl'>, token: string) =>
  `${config.publicUrl}/reset-password?token=${encodeURIComponent(token)}`

/** Brings the account tables up to date. */
export async function migrateAuth(auth: Auth): Promise<void> {
  const { runMigrations } = await getMigrations(auth.options)
  await runMigrations()
}

/** The person of a request's cookie or bearer token, and the headers that keep the cookie fresh; rejects where the store is away. */
export async function personOf(
  auth: Auth,
  headers: Headers,
): Promise<{ readonly person: SignedIn | null; readonly setCookie: readonly string[] }> {
  if (!headers.has('cookie') && !headers.has('authorization')) return { person: null, setCookie: [] }
  const answer = await auth.api.getSession({ headers, returnHeaders: true }).catch((error: unknown) => {
    // reason: the library logs what failed and hides it; all that it does here is to ask the store
    throw error instanceof APIError && error.statusCode === 500 ? new StoreError('unavailable', error) : error
  })
  const found = answer.response
  return {
    person: found && {
      id: personId(found.user.id),
      name: found.user.name,
      email: found.user.email,
      session: found.session.id,
    },
    setCookie: answer.headers?.getSetCookie() ?? [],
  }
}
