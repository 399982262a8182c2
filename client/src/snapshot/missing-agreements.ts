import { isProblem } from '../app/problem-error.ts'

/** Requirements that are not agreed yet: the numbers told, and how many there are besides. */
export interface MissingAgreements {
  readonly numbers: readonly number[]
  readonly more: number
}

/** What a refused agreed version names in its facts; nothing for any other error. */
export function missingAgreements(error: unknown): MissingAgreements {
  if (!isProblem(error, 'not-agreed-yet')) return { numbers: [], more: 0 }
  const { numbers: words, requirements } = error.problem.facts ?? {}
  const numbers = typeof words === 'string' ? (words.match(/\d+/g) ?? []).map(Number) : []
  const total = Array.isArray(requirements) ? requirements.length : numbers.length
  return { numbers, more: Math.max(0, total - numbers.length) }
}
