import pg from 'pg'
import { StoreError } from '../store-error.ts'

/** SQLSTATE classes for values that it will never take: data exception, integrity violation, program limit exceeded. */
const refusals = new Set(['22', '23', '54'])
const uniqueViolation = '23505'

/** What `pg` threw, as the store's error. */
export function postgresError(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : ''
  if (code === uniqueViolation) return new StoreError('conflict', error)
  return new StoreError(refusals.has(code.slice(0, 2)) ? 'refused' : 'unavailable', error)
}
