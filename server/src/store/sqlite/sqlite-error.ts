import { StoreError } from '../store-error.ts'

/** SQLite's primary result codes (https://sqlite.org/rescode.html) for values that it will never take. */
const refusals = new Set([18 /* TOOBIG */, 19 /* CONSTRAINT */, 20 /* MISMATCH */, 25 /* RANGE */])
/** Extended codes of a taken key: CONSTRAINT_UNIQUE and CONSTRAINT_PRIMARYKEY. */
const conflicts = new Set([2067, 1555])

/** What `node:sqlite` threw, as the store's error. */
export function sqliteError(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  const code = sqliteCode(error)
  if (code !== null && conflicts.has(code)) return new StoreError('conflict', error)
  const unbindable = error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_ARG_TYPE'
  if (unbindable || (code !== null && refusals.has(code & 0xff))) return new StoreError('refused', error)
  return new StoreError('unavailable', error)
}

function sqliteCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode
    : null
}
