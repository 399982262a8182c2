import type { RequirementId, SectionId } from '@parley/model'
import type { RequirementFacts } from '../document/facts.ts'
import type { OutlineRow } from '../document/outline-rows.ts'
import { isSettled, type Sides, stateOfParty } from './outline-filter.ts'

/** How many requirements of a section, its subsections included, both parties agreed to. */
export interface SectionProgress {
  readonly settled: number
  readonly total: number
}

/** Counts settled requirements by section; withdrawn ones do not count. */
export function sectionProgress(
  rows: readonly OutlineRow[],
  factsOf: (id: RequirementId) => RequirementFacts | undefined,
  sides: Sides,
): ReadonlyMap<SectionId, SectionProgress> {
  const progress = new Map<SectionId, { settled: number; total: number }>()
  for (const row of rows) {
    if (row.kind === 'section') {
      progress.set(row.id, { settled: 0, total: 0 })
      continue
    }
    const facts = factsOf(row.id)
    if (row.withdrawn || !facts) continue
    for (const section of row.within) {
      const counted = progress.get(section)
      if (!counted) continue
      counted.total += 1
      if (isSettled(facts, sides)) counted.settled += 1
    }
  }
  return progress
}

/** How far the parties are over the whole document, each requirement counted once. */
export interface Agreement {
  readonly settled: number
  /** Some party answered with a reservation, or not agreed. */
  readonly disputed: number
  /** Some answer is outdated. */
  readonly outdated: number
  readonly open: number
}

/** Sums up where the parties stand. */
export function agreementOf(
  rows: readonly OutlineRow[],
  factsOf: (id: RequirementId) => RequirementFacts | undefined,
  sides: Sides,
): Agreement {
  const agreement = { settled: 0, disputed: 0, outdated: 0, open: 0 }
  for (const row of rows) {
    const facts = row.kind === 'requirement' && !row.withdrawn ? factsOf(row.id) : undefined
    if (!facts) continue
    const states = sides.parties.map((party) => stateOfParty(facts, party))
    if (isSettled(facts, sides)) agreement.settled += 1
    else if (states.includes('not-agreed') || states.includes('agreed-with-reservation'))
      agreement.disputed += 1
    else if (states.includes('outdated')) agreement.outdated += 1
    else agreement.open += 1
  }
  return agreement
}
