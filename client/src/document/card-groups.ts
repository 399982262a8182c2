import type { OutlineRow } from './outline-rows.ts'

/** Neighbouring cards that are rendered together, so that a change reaches them without visiting all others. */
export interface CardGroup {
  readonly key: number
  readonly rows: readonly OutlineRow[]
}

/** So many cards are put into a group; one that grows holds at most twice as many. */
export const groupSize = 16

/** The first group is no more than a screen, so that it is shown the sooner. */
const firstSize = 6

/**
 * Cuts the lines of a document into groups. Lines that stood in a group stay in it, whatever is added, moved or taken
 * away beside them, since a card that changes its group is made anew. A group in which nothing changed is the very one of before.
 */
export function groupRows(rows: readonly OutlineRow[], before: readonly CardGroup[]): readonly CardGroup[] {
  const homes = new Map(before.flatMap((group) => group.rows.map((row) => [row.id, group] as const)))
  const most = (group: number) => (before.length > 0 ? groupSize * 2 : group === 0 ? firstSize : groupSize)
  const begun = new Set<number>()
  const groups: { key: number; rows: OutlineRow[] }[] = []
  let nextKey = 1 + Math.max(-1, ...before.map(({ key }) => key))
  for (const [at, row] of rows.entries()) {
    const last = groups.at(-1)
    const home = homes.get(row.id)?.key
    // A line that was moved by itself joins those around it: its old group begins where two of it stand together.
    const next = rows[at + 1]
    const isAlone = last !== undefined && next !== undefined && homes.get(next.id)?.key !== home
    if (home !== undefined && !begun.has(home) && !isAlone) {
      begun.add(home)
      groups.push({ key: home, rows: [row] })
    } else if (last === undefined || last.rows.length >= most(groups.length - 1)) {
      groups.push({ key: nextKey, rows: [row] })
      nextKey += 1
    } else last.rows.push(row)
  }
  const known = new Map(before.map((group) => [group.key, group]))
  return groups.map((group) => {
    const same = known.get(group.key)
    return same && areAlike(same.rows, group.rows) ? same : group
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
