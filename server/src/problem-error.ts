import type { Problem, ProblemCode } from '@parley/protocol'

/** A request that is refused for a listed reason; turned into problem details in one place (http/error-answer.ts). */
export class ProblemError extends Error {
  readonly code: ProblemCode
  /** Fill the places in the problem's words and are sent along; they must be fit for whoever asked. */
  readonly facts: Readonly<Record<string, unknown>> | undefined
  /** Which fields of the input are wrong. */
  readonly errors: Problem['errors']

  constructor(
    code: ProblemCode,
    details: { readonly facts?: Readonly<Record<string, unknown>>; readonly errors?: Problem['errors'] } = {},
  ) {
    super(`refused: ${code}`)
    this.code = code
    this.facts = details.facts
    this.errors = details.errors
  }
}
