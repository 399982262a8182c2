import { isDeepStrictEqual } from 'node:util'
import { titleOf } from '@parley/document'
import type { PartyId } from '@parley/model'
import type {
  Comparison,
  ParameterView,
  PositionView,
  RequirementChange,
  SectionChange,
  Version,
  VersionContent,
  VersionRequirement,
  VersionSection,
} from '@parley/protocol'
import { changedFields } from './changed-fields.ts'
import { readingOrder } from './outline-order.ts'
import { type Places, placesOf } from './places.ts'

type Content = Pick<VersionContent, 'sections' | 'requirements'>

/**
 * What changed from one version to another. What either version shows as withdrawn is not part of it: a requirement
 * that was added and withdrawn in between, or was withdrawn already, is no change.
 */
export function compareVersions(
  from: { readonly version: Version; readonly content: Content },
  to: { readonly version: Version; readonly content: Content },
): Comparison {
  const before = placesOf(from.content)
  const after = placesOf(to.content)
  const order = readingOrder(to.content.sections, to.content.requirements)
  // What only the earlier version knows (the later one is the older snapshot) follows at the end.
  const gone = readingOrder(from.content.sections, from.content.requirements)
  const sections = [...order.sections, ...gone.sections.filter(({ id }) => !after.sections.has(id))]
  const requirements = [
    ...order.requirements,
    ...gone.requirements.filter(({ id }) => !after.requirements.has(id)),
  ]
  const changes = requirements.map(({ id }) =>
    compareRequirement(before.requirements.get(id), after.requirements.get(id), before, after),
  )
  return {
    from: from.version,
    to: to.version,
    sections: sections
      .map(({ id }) => compareSection(before.sections.get(id), after.sections.get(id), before, after))
      .filter((change) => change !== null),
    requirements: changes.filter((change) => change !== null && change !== 'unchanged'),
    unchanged: changes.filter((change) => change === 'unchanged').length,
  }
}

function compareSection(
  before: VersionSection | undefined,
  after: VersionSection | undefined,
  placesBefore: Places,
  placesAfter: Places,
): SectionChange | null {
  const was = before && !before.withdrawn ? before : undefined
  const is = after && !after.withdrawn ? after : undefined
  const shown = is ?? was
  if (!shown) return null
  const both = was && is ? { was, is } : null
  const change: SectionChange = {
    id: shown.id,
    title: titleOf(shown.content),
    added: !was,
    withdrawn: !is,
    moved:
      both && isMoved(both.was, both.is)
        ? { before: placesBefore.pathOfSection(both.was), after: placesAfter.pathOfSection(both.is) }
        : null,
    text: both && textChange(both.was, both.is),
  }
  return change.added || change.withdrawn || change.moved || change.text ? change : null
}

function compareRequirement(
  before: VersionRequirement | undefined,
  after: VersionRequirement | undefined,
  placesBefore: Places,
  placesAfter: Places,
): RequirementChange | 'unchanged' | null {
  const was = before && !before.withdrawn ? before : undefined
  const is = after && !after.withdrawn ? after : undefined
  const shown = is ?? was
  if (!shown) return null
  // Something brought back is compared with what it was when it was withdrawn.
  const both = before && is ? { was: before, is } : null
  const change: RequirementChange = {
    id: shown.id,
    number: shown.number,
    title: titleOf(shown.content),
    added: !before,
    withdrawn: !is,
    restored: before?.withdrawn === true,
    moved:
      both && isMoved(both.was, both.is)
        ? { before: placesBefore.pathOfRequirement(both.was), after: placesAfter.pathOfRequirement(both.is) }
        : null,
    text: both && textChange(both.was, both.is),
    fields: both ? changedFields(both.was.fields, both.is.fields) : [],
    parameters: both ? changedParameters(both.was.parameters, both.is.parameters) : [],
    positions: both ? changedPositions(both.was.positions, both.is.positions) : [],
    chips: { before: [], after: [] },
  }
  if (isUnchanged(change)) return 'unchanged'
  return { ...change, chips: { before: before?.parameters ?? [], after: after?.parameters ?? [] } }
}

function isUnchanged(change: RequirementChange): boolean {
  if (change.added || change.withdrawn || change.restored || change.moved || change.text) return false
  return change.fields.length + change.parameters.length + change.positions.length === 0
}

interface Placed {
  readonly parent: string | null
  readonly order: string
  readonly section?: string
}

// A thing's order key is rewritten only when it is moved itself, never when its neighbours are.
const isMoved = (was: Placed, is: Placed) =>
  was.parent !== is.parent || was.section !== is.section || was.order !== is.order

function textChange(
  was: VersionSection | VersionRequirement,
  is: VersionSection | VersionRequirement,
): RequirementChange['text'] {
  return isDeepStrictEqual(was.content, is.content) ? null : { before: was.content, after: is.content }
}

function changedParameters(
  was: readonly ParameterView[],
  is: readonly ParameterView[],
): RequirementChange['parameters'] {
  const before = new Map(was.map((parameter) => [parameter.id, parameter]))
  const after = new Map(is.map((parameter) => [parameter.id, parameter]))
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((id) => ({ before: before.get(id) ?? null, after: after.get(id) ?? null }))
    .filter((pair) => !isDeepStrictEqual(pair.before, pair.after))
}

function changedPositions(
  was: readonly PositionView[],
  is: readonly PositionView[],
): RequirementChange['positions'] {
  const given = (positions: readonly PositionView[]) =>
    new Map<PartyId, PositionView>(
      positions.filter(({ stance }) => stance !== 'open').map((position) => [position.party, position]),
    )
  const before = given(was)
  const after = given(is)
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((party) => ({ party, before: before.get(party) ?? null, after: after.get(party) ?? null }))
    .filter((pair) => !isSameAnswer(pair.before, pair.after))
}

/** Whether it is the same answer; that the text moved on under it is told by the text. */
function isSameAnswer(left: PositionView | null, right: PositionView | null): boolean {
  return left?.stance === right?.stance && left?.words === right?.words && left?.at === right?.at
}
