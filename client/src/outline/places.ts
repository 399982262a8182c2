import type { RequirementId, SectionId } from '@parley/model'
import type { DocumentStore } from '../document/document-store.ts'
import type { OutlineRow } from '../document/outline-rows.ts'
import type { RequirementPlace, SectionPlace } from './use-outline-commands.ts'

/** Where something dropped on a line goes: before or after it, or (on a section) into it as the first. */
export type DropSide = 'before' | 'after' | 'inside'

/** A move that a drop or a key asks for. */
export type Move =
  | { readonly kind: 'section'; readonly id: SectionId; readonly place: SectionPlace }
  | { readonly kind: 'requirement'; readonly id: RequirementId; readonly place: RequirementPlace }

/** The move of dropping one line on another; `null` where it makes no sense or changes nothing. */
export function moveOfDrop(
  store: DocumentStore,
  dragged: OutlineRow,
  target: OutlineRow,
  side: DropSide,
): Move | null {
  if (dragged.id === target.id) return null
  if (dragged.kind === 'requirement') return requirementMove(store, dragged.id, target, side)
  if (target.kind !== 'section' || target.within.includes(dragged.id)) return null
  return { kind: 'section', id: dragged.id, place: sectionPlace(store, target.id, side, dragged.id) }
}

function requirementMove(
  store: DocumentStore,
  id: RequirementId,
  target: OutlineRow,
  side: DropSide,
): Move | null {
  if (target.kind === 'section') {
    return { kind: 'requirement', id, place: { section: target.id, parent: null, after: null } }
  }
  const sibling = store.requirement(target.id)
  if (!sibling || isWithin(store, target.id, id)) return null
  const { section, parent } = sibling
  if (side === 'inside')
    return { kind: 'requirement', id, place: { section, parent: target.id, after: null } }
  const after = side === 'after' ? target.id : previousRequirement(store, target.id, id)
  return { kind: 'requirement', id, place: { section, parent, after } }
}

function sectionPlace(
  store: DocumentStore,
  target: SectionId,
  side: DropSide,
  moved: SectionId,
): SectionPlace {
  if (side === 'inside') return { parent: target, after: null }
  const parent = store.section(target)?.parent ?? null
  return { parent, after: side === 'after' ? target : previousSection(store, target, moved) }
}

/** The move of one step up or down among siblings; `null` at either end. */
export function moveOfStep(store: DocumentStore, row: OutlineRow, step: 1 | -1): Move | null {
  const siblings = siblingsOf(store, row)
  const target = siblings[siblings.findIndex((sibling) => sibling.id === row.id) + step]
  return target ? moveOfDrop(store, row, target, step === 1 ? 'after' : 'before') : null
}

/** The lines that share a line's parent, in order. */
function siblingsOf(store: DocumentStore, row: OutlineRow): readonly OutlineRow[] {
  const parentOf = (each: OutlineRow) =>
    each.kind === 'section'
      ? `section ${store.section(each.id)?.parent}`
      : `requirement ${store.requirement(each.id)?.parent ?? store.requirement(each.id)?.section}`
  const parent = parentOf(row)
  return store.outline().filter((each) => each.kind === row.kind && parentOf(each) === parent)
}

function previousRequirement(
  store: DocumentStore,
  id: RequirementId,
  except: RequirementId,
): RequirementId | null {
  const row = store.outline().find((each) => each.id === id)
  const siblings = (row ? siblingsOf(store, row) : []).filter((each) => each.id !== except)
  const before = siblings[siblings.findIndex((each) => each.id === id) - 1]
  return before?.kind === 'requirement' ? before.id : null
}

function previousSection(store: DocumentStore, id: SectionId, except: SectionId): SectionId | null {
  const row = store.outline().find((each) => each.id === id)
  const siblings = (row ? siblingsOf(store, row) : []).filter((each) => each.id !== except)
  const before = siblings[siblings.findIndex((each) => each.id === id) - 1]
  return before?.kind === 'section' ? before.id : null
}

function isWithin(store: DocumentStore, id: RequirementId, ancestor: RequirementId): boolean {
  for (let at = store.requirement(id); at; at = at.parent ? store.requirement(at.parent) : undefined) {
    if (at.id === ancestor) return true
  }
  return false
}

/** The last child of a section or requirement, behind which a new one goes. */
export function lastRequirement(
  store: DocumentStore,
  section: SectionId,
  parent: RequirementId | null,
): RequirementId | null {
  const children = store.outline().filter((row) => {
    const requirement = row.kind === 'requirement' ? store.requirement(row.id) : undefined
    return requirement?.section === section && requirement.parent === parent
  })
  const last = children.at(-1)
  return last?.kind === 'requirement' ? last.id : null
}
