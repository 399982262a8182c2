import type { ProjectId, RequirementId, SectionId } from '@parley/model'
import { generateKeyBetween } from 'fractional-indexing'
import { ProblemError } from '../problem-error.ts'
import type { Tx } from '../store/index.ts'
import { compareSiblings } from '../version/outline-order.ts'

interface Sibling {
  readonly id: string
  readonly order: string
}

/**
 * The order key of a place behind the sibling `after`, or before all where it is `null`. Two people who add at the same
 * place get different keys, since a command holds its project alone; `bad-move` where `after` is none of the siblings.
 */
export function orderKeyAfter(siblings: readonly Sibling[], after: string | null): string {
  const ordered = siblings.toSorted(compareSiblings)
  const before = after === null ? null : ordered.find(({ id }) => id === after)
  if (before === undefined) throw new ProblemError('bad-move')
  const next = ordered.find(({ order }) => before === null || order > before.order)
  return generateKeyBetween(before?.order ?? null, next?.order ?? null)
}

/** The sections beneath a section, or the outermost ones, without `except`. */
export function sectionSiblings(
  tx: Tx,
  project: ProjectId,
  parent: SectionId | null,
  except: SectionId | null = null,
): Promise<Sibling[]> {
  return tx
    .selectFrom('section')
    .select(['id', 'order_key as order'])
    .where('project_id', '=', project)
    .where('parent_id', parent === null ? 'is' : '=', parent)
    .$if(except !== null, (query) => query.where('id', '!=', except))
    .execute()
}

/** The requirements that stand directly in a section, or are children of `parent`, without `except`. */
export function requirementSiblings(
  tx: Tx,
  project: ProjectId,
  place: { readonly section: SectionId; readonly parent: RequirementId | null },
  except: RequirementId | null = null,
): Promise<Sibling[]> {
  return tx
    .selectFrom('requirement')
    .select(['id', 'order_key as order'])
    .where('project_id', '=', project)
    .where('section_id', '=', place.section)
    .where('parent_id', place.parent === null ? 'is' : '=', place.parent)
    .$if(except !== null, (query) => query.where('id', '!=', except))
    .execute()
}
