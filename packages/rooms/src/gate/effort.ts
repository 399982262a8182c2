import * as Y from 'yjs'
import { assertPlaced } from './placed.ts'

/** More steps than the update was given; the document is spoilt. */
export class TooMuchEffort extends Error {}

/** Structs that an array moves in the time of one step. */
const movedInStep = 1_024

/** Once a text has taken all the effort it may, each update is still given this many steps. */
const always = 100

/** Whose change runs now: the content of an item, when it is split, knows no document. */
let running: Effort | null = null

/**
 * What an update costs beyond its size. Yjs takes steps to find places between words that were written at the same time:
 * a frame of 100 kB can be made to take 16 million. And it keeps what a client wrote in one array, in whose middle it
 * makes room for every item that is split and closes gaps where deleted ones are joined: a frame of 400 kB can be made to
 * move 60 thousand million structs.
 */
export class Effort {
  spent = 0
  #left = Number.POSITIVE_INFINITY
  /** Structs of the client that wrote the most, so far as it is known. */
  #longest = 0

  /** Counts the steps of a document from now on. */
  static of(doc: Y.Doc): Effort {
    const effort = new Effort()
    efforts.set(doc, effort)
    return effort
  }

  /** Runs `change` with at most `update` steps, or hardly any where the text has had `text` of them; throws `TooMuchEffort`. */
  within<T>(update: number, text: number, change: () => T): T {
    this.#left = Math.max(always, Math.min(update, text - this.spent))
    running = this
    try {
      return change()
    } finally {
      running = null
      this.#left = Number.POSITIVE_INFINITY
    }
  }

  /** Whether what comes is looked at: not what is stored already. */
  get isLimited(): boolean {
    return this.#left < Number.POSITIVE_INFINITY
  }

  step(steps = 1): void {
    this.spent += steps
    this.#left -= steps
    if (this.#left < 0) throw new TooMuchEffort('more steps than the update was given')
  }

  /** A client has so many structs. */
  know(structs: number): void {
    if (structs > this.#longest) this.#longest = structs
  }

  /** So many times room is made, or a gap closed, among the structs of a client. */
  move(times: number): void {
    this.step(Math.floor(this.#longest / movedInStep) * times)
  }

  split(): void {
    this.#longest += 1
    this.move(1)
  }
}

const efforts = new WeakMap<Y.Doc, Effort>()
const { integrate } = Y.Item.prototype

// reason: Yjs has no other place to stop from, and what it will do is known only item by item
Y.Item.prototype.integrate = function (this: Y.Item, transaction: Y.Transaction, offset: number): void {
  const effort = efforts.get(transaction.doc)
  if (effort !== undefined) {
    effort.know(transaction.doc.store.clients.get(this.id.client)?.length ?? 0)
    const left = leftOf(this, transaction.doc.store, offset)
    walk(this, left, transaction.doc.store, effort)
    if (effort.isLimited) assertPlaced(this, left, effort)
  }
  integrate.call(this, transaction, offset)
}

/** Has every split of a kind of content counted. */
function countSplits(prototype: { splice(offset: number): unknown }): void {
  const { splice } = prototype
  prototype.splice = function (offset) {
    running?.split()
    return splice.call(this, offset)
  }
}

for (const kind of [Y.ContentString, Y.ContentDeleted, Y.ContentAny]) countSplits(kind.prototype)

/** Takes the steps that `integrate` is about to take (yjs/src/structs/Item.js), and nothing else. */
function walk(item: Y.Item, left: Y.Item | null, store: Y.Doc['store'], effort: Effort): void {
  // reason: it lies in something that is gone, and will be nothing but a gap
  if (item.parent === null) return
  const { client } = item.id
  const origin = left === item.left || left === null ? item.origin : left.lastId
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

/** The left neighbour: the part of the item itself that is known already, or what it was written after. */
function leftOf(item: Y.Item, store: Y.Doc['store'], offset: number): Y.Item | null {
  return offset > 0 ? itemAt(store, Y.createID(item.id.client, item.id.clock + offset - 1)) : item.left
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
