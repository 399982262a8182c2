import type * as Y from 'yjs'

/** An item that says it was put where no editor can put one. */
class Misplaced extends Error {}

/**
 * Throws unless the two neighbours that an item had when it was written stand in one place, the left one before the right
 * one. Yjs takes any two, and then its replicas differ by the order in which they hear of things: what people see would
 * no longer be what is stored, nor what was looked at. The values of one attribute follow each other, and have no right
 * neighbour. `effort` counts the steps to the right neighbour, of which there are none but for what others wrote meanwhile.
 */
export function assertPlaced(item: Y.Item, left: Y.Item | null, effort: { step(): void }): void {
  const { parent, parentSub, right, rightOrigin } = item
  // reason: it lies in something that is gone, and will be nothing but a gap
  if (parent === null) return
  if (parentSub !== null && rightOrigin !== null)
    throw new Misplaced('a value of an attribute with something after it')
  const isBeside = (other: Y.Item) => other.parent === parent && other.parentSub === parentSub
  // reason: the left one is what is known of the item already, whose clocks may have been used for something else
  if (left !== null && !isBeside(left)) throw new Misplaced('a left neighbour in another place')
  if (right === null) return
  if (!isBeside(right)) throw new Misplaced('a right neighbour in another place')
  if (left === null) return
  // reason: finding the right one split the left one, whose first half Yjs takes for the whole: it was not left of it
  if (left === item.left && left.lastId.clock !== item.origin?.clock)
    throw new Misplaced('a right neighbour within the left one')
  for (let next = left.right; next !== right; next = next.right) {
    if (next === null) throw new Misplaced('a right neighbour before the left one')
    effort.step()
  }
}
