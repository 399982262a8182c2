import type { RequirementId, SectionId } from '@parley/model'
import type { RequirementView, SectionView } from '@parley/protocol'

/** One line of the outline, in reading order; `depth` counts from 0. */
export type OutlineRow =
  | {
      readonly kind: 'section'
      readonly id: SectionId
      readonly depth: number
      /** Whether it or a section around it is withdrawn. */
      readonly withdrawn: boolean
      /** Ids of the sections around it, outermost first. */
      readonly within: readonly SectionId[]
    }
  | {
      readonly kind: 'requirement'
      readonly id: RequirementId
      readonly depth: number
      readonly withdrawn: boolean
      readonly within: readonly SectionId[]
    }

type Placed = Pick<RequirementView, 'id' | 'section' | 'parent' | 'order' | 'withdrawn'>
type PlacedSection = Pick<SectionView, 'id' | 'parent' | 'order' | 'withdrawn'>

/**
 * The document in reading order: a section, its requirements each followed by its children, then its subsections.
 * What hangs on something absent is left out.
 */
export function outlineRows(
  sections: readonly PlacedSection[],
  requirements: readonly Placed[],
): readonly OutlineRow[] {
  const subsections = group(sections, (section) => section.parent)
  const roots = group(requirements, (requirement) => (requirement.parent ? null : requirement.section))
  const children = group(requirements, (requirement) => requirement.parent)
  const rows: OutlineRow[] = []

  const addRequirement = (
    requirement: Placed,
    depth: number,
    within: readonly SectionId[],
    gone: boolean,
  ) => {
    const withdrawn = gone || requirement.withdrawn
    rows.push({ kind: 'requirement', id: requirement.id, depth, withdrawn, within })
    for (const child of children.get(requirement.id) ?? [])
      addRequirement(child, depth + 1, within, withdrawn)
  }
  const addSection = (section: PlacedSection, depth: number, within: readonly SectionId[], gone: boolean) => {
    const withdrawn = gone || section.withdrawn
    rows.push({ kind: 'section', id: section.id, depth, withdrawn, within })
    const inner = [...within, section.id]
    for (const requirement of roots.get(section.id) ?? [])
      addRequirement(requirement, depth + 1, inner, withdrawn)
    for (const sub of subsections.get(section.id) ?? []) addSection(sub, depth + 1, inner, withdrawn)
  }
  for (const section of subsections.get(null) ?? []) addSection(section, 0, [], false)
  return rows
}

function group<Item extends { readonly order: string; readonly id: string }, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const members = groups.get(key)
    if (members) members.push(item)
    else groups.set(key, [item])
  }
  for (const members of groups.values()) members.sort(inOrder)
  return groups
}

/** Siblings by their fractional index; equal ones (two people inserted at once) by id, the same for everybody. */
function inOrder(left: { order: string; id: string }, right: { order: string; id: string }): number {
  if (left.order !== right.order) return left.order < right.order ? -1 : 1
  return left.id < right.id ? -1 : 1
}
