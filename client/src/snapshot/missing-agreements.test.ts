import { describe, expect, it } from 'vitest'
import { ProblemError } from '../app/problem-error.ts'
import { missingAgreements } from './missing-agreements.ts'

const refused = (code: 'not-agreed-yet' | 'wrong-phase', facts: Record<string, unknown>) =>
  new ProblemError({ type: 'urn:x', title: '', status: 409, detail: '', code, facts })

describe('missingAgreements', () => {
  it('tells the numbers that the refusal names, and how many more there are', () => {
    const facts = { numbers: 'R-2, R-17, …', requirements: ['a', 'b', 'c', 'd'] }
    expect(missingAgreements(refused('not-agreed-yet', facts))).toEqual({ numbers: [2, 17], more: 2 })
    expect(missingAgreements(refused('not-agreed-yet', { numbers: 'R-1', requirements: ['a'] }))).toEqual({
      numbers: [1],
      more: 0,
    })
  })

  it('is empty for every other error', () => {
    for (const error of [null, new Error('R-1'), refused('wrong-phase', { numbers: 'R-1' })])
      expect(missingAgreements(error)).toEqual({ numbers: [], more: 0 })
  })
})
