import type { OutlineRow } from './outline-rows.ts'
import type { CardId } from './selection.ts'

/** Neighbouring cards that are rendered together, so that a change reaches them without visiting all others. */
export interface CardGroup {
  readonly key: CardId
  readonly rows: readonly OutlineRow[]
}

/** So many cards are put into a group; one that grows holds at most twice as many. */
export const groupSize = 16

/** The first group is no more than a screen, so that it is shown the sooner. */
const firstSize = 6

/**
 * Cuts the lines of a document into groups. Where a group began before, one begins again: what is added or moved leaves
 * all cards in their groups but those beside it. A group in which nothing changed is the very one of before.
 */
export function groupRows(rows: readonly OutlineRow[], before: readonly CardGroup[]): readonly CardGroup[] {
  const known = new Map(before.map((group) => [group.key, group]))
  const most = (group: number) => (before.length > 0 ? groupSize * 2 : group === 0 ? firstSize : groupSize)
  const groups: OutlineRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last === undefined || known.has(row.id) || last.length >= most(groups.length - 1)) groups.push([row])
    else last.push(row)
  }
  return groups.flatMap((own) => {
    const key = own[0]?.id
    if (key === undefined) return []
    const same = known.get(key)
    return same && areAlike(same.rows, own) ? same : { key, rows: own }
  })
}

function areAlike(left: readonly OutlineRow[], right: readonly OutlineRow[]): boolean {
  return left.length === right.length && left.every((row, index) => isAlike(row, right[index]))
}

const isAlike = (left: OutlineRow, right: OutlineRow | undefined) =>
  left.id === right?.id &&
  left.depth === right.depth &&
  left.withdrawn === right.withdrawn &&
  left.within.length === right.within.length
