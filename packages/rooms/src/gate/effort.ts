import * as Y from 'yjs'

/** More steps than the update was given; the document is spoilt. */
export class TooMuchEffort extends Error {}

/** Once a text has taken all the effort it may, each update is still given this many steps. */
const always = 100

/**
 * The steps that Yjs took to find places between words that were written at the same time. They are the one cost of an
 * update that its size does not bound: a frame of 100 kB can be made to take 16 million.
 */
export class Effort {
  spent = 0
  #left = Number.POSITIVE_INFINITY

  /** Counts the steps of a document from now on. */
  static of(doc: Y.Doc): Effort {
    const effort = new Effort()
    efforts.set(doc, effort)
    return effort
  }

  /** Runs `change` with at most `update` steps, or hardly any where the text has had `text` of them; throws `TooMuchEffort`. */
  within<T>(update: number, text: number, change: () => T): T {
    this.#left = Math.max(always, Math.min(update, text - this.spent))
    try {
      return change()
    } finally {
      this.#left = Number.POSITIVE_INFINITY
    }
  }

  step(): void {
    this.spent += 1
    this.#left -= 1
    if (this.#left < 0) throw new TooMuchEffort('more steps than the update was given')
  }
}

const efforts = new WeakMap<Y.Doc, Effort>()
const { integrate } = Y.Item.prototype

// reason: Yjs has no other place to stop from, and what it will do is known only item by item
Y.Item.prototype.integrate = function (this: Y.Item, transaction: Y.Transaction, offset: number): void {
  const effort = efforts.get(transaction.doc)
  if (effort !== undefined) walk(this, transaction.doc.store, offset, effort)
  integrate.call(this, transaction, offset)
}

/** Takes the steps that `integrate` is about to take (yjs/src/structs/Item.js), and nothing else. */
function walk(item: Y.Item, store: Y.Doc['store'], offset: number, effort: Effort): void {
  // reason: it lies in something that is gone, and will be nothing but a gap
  if (item.parent === null) return
  const { client, clock } = item.id
  const left = offset > 0 ? itemAt(store, Y.createID(client, clock + offset - 1)) : item.left
  const origin = left === item.left ? item.origin : Y.createID(client, clock + offset - 1)
  let other = left === null ? firstOf(item, effort) : left.right
  if (other === item.right) return
  const passed = new Set<Y.AbstractStruct>()
  for (; other !== null && other !== item.right; other = other.right) {
    effort.step()
    passed.add(other)
    if (Y.compareIDs(origin, other.origin)) {
      if (other.id.client >= client && Y.compareIDs(item.rightOrigin, other.rightOrigin)) return
    } else if (other.origin === null || !passed.has(Y.getItem(store, other.origin))) return
  }
}

function itemAt(store: Y.Doc['store'], id: Y.ID): Y.Item | null {
  const struct = Y.getItem(store, id)
  return struct instanceof Y.Item ? struct : null
}

/** The first of those among which an item without left neighbour has its place. */
function firstOf(item: Y.Item, effort: Effort): Y.Item | null {
  const { parent, parentSub } = item
  if (!(parent instanceof Y.AbstractType)) return null
  if (parentSub === null) return parent._start
  let first = parent._map.get(parentSub) ?? null
  for (; first !== null && first.left !== null; first = first.left) effort.step()
  return first
}
