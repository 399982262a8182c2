/**
 * How the database failed. `unavailable`: away, busy or full, so that the same may succeed later; every failure that is
 * not known to be one of the others. `conflict`: a unique key is taken. `refused`: it would never take these values.
 */
export type StoreFailure = 'unavailable' | 'conflict' | 'refused'

/** A failure of the database, never of the code that called it; `cause` is what the driver threw. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly failure: StoreFailure

  constructor(failure: StoreFailure, cause: unknown) {
    super(`database ${failure}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.failure = failure
  }
}

/** Whether this is a unique key that is taken already. */
export function isConflict(error: unknown): boolean {
  return error instanceof StoreError && error.failure === 'conflict'
}

/** Whether the database did not answer, so that the same may succeed later. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof StoreError && error.failure === 'unavailable'
}
