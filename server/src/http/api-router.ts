import type { HttpBindings } from '@hono/node-server'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Language } from '@parley/model'
import type { Context } from 'hono'
import { passwordMinimum } from '../account/auth.ts'
import type { SignedIn } from '../account/signed-in.ts'
import { ProblemError } from '../problem-error.ts'
import { inputErrors } from './input-errors.ts'

/** What every request under `/api` carries. */
export interface ApiEnv {
  Bindings: Partial<HttpBindings>
  Variables: {
    readonly language: Language
    /** Who sent the request; `null` where nobody is signed in. */
    readonly person: SignedIn | null
  }
}

/** A request under `/api`. */
export type ApiContext = Context<ApiEnv>

/** A router for a resource's routes; input that does not fit its schema is refused before the handler. */
export const apiRouter = () =>
  new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return
      // An address that cannot exist is like one that does not.
      if (result.target === 'param') throw new ProblemError('not-found')
      if (result.error.issues.every(isShortPassword)) {
        throw new ProblemError('weak-password', { facts: { minimum: passwordMinimum } })
      }
      throw new ProblemError('invalid-input', {
        errors: inputErrors(result.error.issues, c.var.language),
      })
    },
  })

const isShortPassword = (issue: { readonly code: string; readonly path: readonly PropertyKey[] }) =>
  issue.code === 'too_small' && issue.path.at(-1) === 'password'

/** The signed-in person, or a refusal. */
export function signedIn(c: ApiContext): SignedIn {
  if (!c.var.person) throw new ProblemError('not-signed-in')
  return c.var.person
}
