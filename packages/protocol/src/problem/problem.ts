import { z } from 'zod'

/** Every reason an HTTP request can be refused for, with its status. Closed: new ones are added here and worded in both languages. */
export const problems = {
  'bad-request': 400,
  'not-json': 400,
  'invalid-input': 422,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'forbidden-origin': 403,
  'not-allowed': 403,
  'wrong-phase': 403,
  'read-only': 403,
  'demo-only': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'content-changed': 409,
  'already-set-up': 409,
  'already-member': 409,
  'last-lead': 409,
  'request-in-progress': 409,
  'key-reused': 422,
  'email-taken': 409,
  'invitation-not-valid': 410,
  'invitation-for-other-email': 403,
  'weak-password': 422,
  'too-large': 413,
  'too-many-requests': 429,
  'not-an-oscal-catalogue': 422,
  'catalogue-version': 422,
  'dangling-parameter': 422,
  'not-a-spreadsheet': 422,
  'too-many-rows': 422,
  'too-costly': 413,
  'zip-bomb': 422,
  'no-title-column': 422,
  'not-a-number': 422,
  'not-a-choice': 422,
  'only-one-value': 422,
  'parameter-in-use': 409,
  'bad-content': 422,
  'quote-not-found': 422,
  'bad-move': 422,
  'not-agreed-yet': 409,
  'provider-not-ready': 409,
  'not-saving': 503,
  internal: 500,
} as const

export type ProblemCode = keyof typeof problems

export const problemCodes = Object.keys(problems) as readonly ProblemCode[]

/** A refused request (RFC 9457, `application/problem+json`). */
export const problemSchema = z.object({
  /** URI that names the code. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** What is wrong and what to do, in the caller's language. */
  detail: z.string(),
  code: z.enum(problemCodes),
  /** Which fields of the input are wrong, where it is the input. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Facts of the case, e.g. both versions of a conflict. */
  facts: z.record(z.string(), z.unknown()).optional(),
})
export type Problem = z.infer<typeof problemSchema>
