import type { RequirementChange, SectionChange } from '@parley/protocol'

/** What can have happened to a section or requirement between two versions. */
const changeKinds = [
  'added',
  'withdrawn',
  'restored',
  'moved',
  'text',
  'fields',
  'blanks',
  'positions',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Everything that happened to a requirement or section, in the order of `changeKinds`. */
export function kindsOf(change: RequirementChange | SectionChange): readonly ChangeKind[] {
  const happened: Readonly<Record<ChangeKind, boolean>> = {
    added: change.added,
    withdrawn: change.withdrawn,
    restored: 'restored' in change && change.restored,
    moved: change.moved !== null,
    text: change.text !== null,
    fields: 'fields' in change && change.fields.length > 0,
    blanks: 'parameters' in change && change.parameters.length > 0,
    positions: 'positions' in change && change.positions.length > 0,
  }
  return changeKinds.filter((kind) => happened[kind])
}

/** How many of the changes are of each kind; kinds that did not happen are left out. */
export function countKinds(
  changes: readonly (RequirementChange | SectionChange)[],
): readonly { readonly kind: ChangeKind; readonly count: number }[] {
  return changeKinds
    .map((kind) => ({ kind, count: changes.filter((change) => kindsOf(change).includes(kind)).length }))
    .filter(({ count }) => count > 0)
}
