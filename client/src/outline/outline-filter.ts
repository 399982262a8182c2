import type { PartyId, PositionState } from '@parley/model'
import type { PositionView } from '@parley/protocol'
import type { RequirementFacts } from '../document/facts.ts'

/** What the outline and the document can be narrowed to. */
export const outlineFilters = ['all', 'my-turn', 'disputed', 'outdated', 'blanks', 'settled'] as const
export type OutlineFilter = (typeof outlineFilters)[number]

/** How a stored position reads today; a party that gave none stands at `open`. */
export function stateOf(position: PositionView | undefined): PositionState {
  if (!position) return 'open'
  return position.outdated ? 'outdated' : position.stance
}

/** Where a party stands on a requirement. */
export const stateOfParty = (facts: RequirementFacts, party: PartyId | undefined): PositionState =>
  stateOf(facts.positions.find((position) => position.party === party))

/** The parties whose agreement counts, the viewer's own first where it is one of them. */
export interface Sides {
  readonly own: PartyId | undefined
  readonly parties: readonly PartyId[]
}

/** Whether both parties stand at `agreed` on the present content. */
export function isSettled(facts: RequirementFacts, sides: Sides): boolean {
  return sides.parties.length > 1 && sides.parties.every((party) => stateOfParty(facts, party) === 'agreed')
}

/** Whether the requirement belongs to what the filter shows; a withdrawn one only to `all`. */
export function isShown(facts: RequirementFacts, filter: OutlineFilter, sides: Sides): boolean {
  if (filter === 'all') return true
  if (facts.withdrawn) return false
  const states = sides.parties.map((party) => stateOfParty(facts, party))
  switch (filter) {
    case 'my-turn': {
      const own = sides.own === undefined ? 'agreed' : stateOfParty(facts, sides.own)
      return own === 'open' || own === 'outdated'
    }
    case 'disputed':
      return states.some((state) => state === 'not-agreed' || state === 'agreed-with-reservation')
    case 'outdated':
      return states.includes('outdated')
    case 'blanks':
      return facts.parameters.some((parameter) => parameter.value === null)
    case 'settled':
      return isSettled(facts, sides)
    default:
      return filter satisfies never
  }
}
