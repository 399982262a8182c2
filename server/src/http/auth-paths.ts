import { emailSchema, passwordSchema } from '@parley/protocol'
import type { apiRouter } from './api-router.ts'
import { answers, jsonBody, z } from './describe.ts'

type Router = ReturnType<typeof apiRouter>

const doneSchema = z.object({ status: z.boolean() })
const sessionSchema = z.object({
  id: z.string(),
  token: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  expiresAt: z.string(),
  userAgent: z.string().nullable(),
})

const posts = [
  {
    path: '/auth/sign-in/email',
    summary: 'Sign in; the answer carries the session’s cookie and, in `set-auth-token`, its bearer token',
    body: z.object({ email: emailSchema, password: z.string() }),
    answer: z.object({ token: z.string() }),
  },
  {
    path: '/auth/sign-out',
    summary: 'Sign out',
    body: z.object({}),
    answer: z.object({ success: z.boolean() }),
  },
  {
    path: '/auth/change-password',
    summary: 'Change one’s password, and sign out elsewhere',
    body: z.object({
      currentPassword: z.string(),
      newPassword: passwordSchema,
      revokeOtherSessions: z.boolean().optional(),
    }),
    answer: z.object({ token: z.string().nullable() }),
  },
  {
    path: '/auth/request-password-reset',
    summary: 'Ask for a link to choose a new password by mail; answered alike for every address',
    body: z.object({ email: emailSchema }),
    answer: doneSchema,
  },
  {
    path: '/auth/reset-password',
    summary: 'Choose a new password with the token of such a link',
    body: z.object({ token: z.string(), newPassword: passwordSchema }),
    answer: doneSchema,
  },
  {
    path: '/auth/revoke-session',
    summary: 'Sign out on one device',
    body: z.object({ token: z.string() }),
    answer: doneSchema,
  },
  { path: '/auth/revoke-sessions', summary: 'Sign out everywhere', body: z.object({}), answer: doneSchema },
] as const

/** Describes what the account library answers, so that programs find it beside the rest. */
export function describeAuth({ openAPIRegistry }: Pick<Router, 'openAPIRegistry'>): void {
  for (const { path, summary, body, answer } of posts) {
    openAPIRegistry.registerPath({
      method: 'post',
      path,
      tags: ['Account'],
      summary,
      request: jsonBody(body),
      responses: answers(200, answer, 'Done'),
    })
  }
  openAPIRegistry.registerPath({
    method: 'get',
    path: '/auth/list-sessions',
    tags: ['Account'],
    summary: 'The devices one is signed in on',
    responses: answers(200, z.array(sessionSchema), 'The sessions'),
  })
}
