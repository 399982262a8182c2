import type { Problem } from '@parley/protocol'

/** A request that the server refused, with its problem details (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }

  get code() {
    return this.problem.code
  }

  /** The message for a field of the input, by its path such as `newPerson.email`. */
  field(path: string): string | undefined {
    return this.problem.errors?.find((error) => error.path === path)?.message
  }
}

/** The server gave no answer that could be understood: away, a proxy in between, or another version. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
  readonly reason: 'offline' | 'server' | 'unexpected'
  readonly status: number | null

  constructor(reason: NoAnswerError['reason'], status: number | null, cause?: unknown) {
    super(`no usable answer from the server: ${reason}${status ? ` (${status})` : ''}`, { cause })
    this.reason = reason
    this.status = status
  }
}

/** Whether an error is the server's refusal with that code. */
export const isProblem = (error: unknown, code: Problem['code']): error is ProblemError =>
  error instanceof ProblemError && error.code === code
