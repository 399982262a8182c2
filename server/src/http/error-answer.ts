import { randomUUID } from 'node:crypto'
import { makeProblem } from '@parley/protocol'
import { HTTPException } from 'hono/http-exception'
import type { App } from '../app.ts'
import { ProblemError } from '../problem-error.ts'
import { isUnavailable } from '../store/index.ts'
import type { ApiContext } from './api-router.ts'
import { languageOf } from './language.ts'

/** The one place where what was thrown becomes an answer: problem details in the caller's language. */
export const errorAnswer = (app: Pick<App, 'log'>) =>
  function answerError(error: Error, c: ApiContext): Response {
    const refused = refusalOf(error)
    if (refused) return problemAnswer(c, refused)
    const reference = randomUUID().slice(0, 8)
    app.log.error({ err: error, reference, method: c.req.method, path: c.req.path }, 'unexpected error')
    return problemAnswer(c, new ProblemError('internal', { facts: { reference } }))
  }

/** A refusal as `application/problem+json`. */
export function problemAnswer(c: ApiContext, refused: ProblemError): Response {
  const language = languageOf(c.req.header('accept-language'))
  const problem = makeProblem(refused.code, language, refused.facts, refused.errors)
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
    },
  })
}

function refusalOf(error: Error): ProblemError | null {
  if (error instanceof ProblemError) return error
  if (isUnavailable(error)) return new ProblemError('not-saving')
  if (!(error instanceof HTTPException)) return null
  if (error.status === 404) return new ProblemError('not-found')
  return error.status < 500 ? new ProblemError('bad-request') : null
}
