import { type PartyId, positionState } from '@parley/model'
import { ProblemError } from '../problem-error.ts'
import type { DocumentState, RequirementState } from './document-state.ts'

/** Numbers that a refusal names in words; all of them go along as facts. */
const named = 20

/**
 * Throws unless both parties of the pair have agreed, on the content as it stands, to every requirement that is not
 * withdrawn (there must be one).
 */
export function requireAgreement(
  document: Pick<DocumentState, 'requirements'>,
  pair: readonly PartyId[],
): void {
  if (pair.length < 2) throw new ProblemError('wrong-phase')
  const standing = document.requirements.filter(({ withdrawnAt }) => withdrawnAt === null)
  const missing = standing.filter((requirement) => !isAgreed(requirement, pair))
  if (missing.length === 0 && standing.length > 0) return
  const numbers = missing.map(({ number }) => number).toSorted((left, right) => left - right)
  const words = numbers.slice(0, named).map((number) => `R-${number}`)
  if (numbers.length > named) words.push('…')
  throw new ProblemError('not-agreed-yet', {
    facts: { numbers: words.join(', '), requirements: missing.map(({ id }) => id) },
  })
}

/** Whether both parties agreed to the requirement as it stands. */
function isAgreed(
  requirement: Pick<RequirementState, 'positions' | 'fingerprint'>,
  pair: readonly PartyId[],
): boolean {
  return pair.every((party) => {
    const position = requirement.positions.find((one) => one.party === party) ?? null
    return positionState(position, requirement.fingerprint) === 'agreed'
  })
}
