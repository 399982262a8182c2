import { type Range, resolveAnchor } from '@parley/document'
import { toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'

/** Milliseconds in sight after which words count as seen. */
const seenAfter = 20_000

/** Milliseconds in which words are not taken for seen, however busy their reader is: somebody is still writing them. */
const unripe = 2_000

/** Characters that one Yjs client wrote in a row, by their clocks. */
interface Run {
  readonly client: number
  readonly from: number
  to: number
  /** When the last of it came. */
  at: number
  /** For how long all of it has been in sight. */
  shown: number
}

/** Words that others have just written, where they stand now. */
export interface FreshWords extends Range {
  readonly client: number
}

/** Keeps which words of a document came from others and have not been seen; the document itself holds nothing of it. */
export class FreshRuns {
  readonly #doc: Y.Doc
  #runs: Run[] = []

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  get isEmpty(): boolean {
    return this.#runs.length === 0
  }

  /** Takes in what a transaction brought, unless it is the reader's own; true where it brought words. */
  received(transaction: Y.Transaction, now: number): boolean {
    if (transaction.local) return false
    let hasWords = false
    for (const [client, end] of transaction.afterState) {
      const start = transaction.beforeState.get(client) ?? 0
      if (end === start || client === this.#doc.clientID) continue
      for (const item of words(this.#doc, client, start)) {
        this.#add(item, Math.max(start, item.id.clock), now)
        hasWords = true
      }
    }
    return hasWords
  }

  /** Where the words stand; what has been deleted meanwhile is forgotten. */
  now(): readonly FreshWords[] {
    const found: FreshWords[] = []
    this.#runs = this.#runs.filter(({ client, from, to }) => {
      const range = resolveAnchor(this.#doc, {
        start: encode(client, from, 0),
        end: encode(client, to - 1, -1),
      })
      if (range !== null) found.push({ client, ...range })
      return range !== null
    })
    return found
  }

  /** The reader is at work in the text and has seen what stands there; true where that ends the freshness of any. */
  seen(now: number): boolean {
    return this.#keep((run) => now - run.at < unripe)
  }

  /** The text has been in sight for so long; true where that ends the freshness of any. */
  shown(milliseconds: number): boolean {
    for (const run of this.#runs) run.shown += milliseconds
    return this.#keep((run) => run.shown < seenAfter)
  }

  /** The reader has left the text. */
  left(): boolean {
    return this.#keep(() => false)
  }

  #keep(isKept: (run: Run) => boolean): boolean {
    const before = this.#runs.length
    this.#runs = this.#runs.filter(isKept)
    return this.#runs.length < before
  }

  #add(item: Y.Item, from: number, at: number): void {
    const { client, clock } = item.id
    const to = clock + item.length
    const last = this.#runs.findLast((run) => run.client === client)
    // reason: who types on writes one item a letter; where it jumped, another run begins
    const { origin } = item
    const follows = origin?.client === client && origin.clock === from - 1
    const goesOn = last?.to === from && (from > clock || follows)
    if (last !== undefined && goesOn) Object.assign(last, { to, at, shown: 0 })
    else this.#runs.push({ client, from, to, at, shown: 0 })
  }
}

/** What a client wrote from a clock on, so far as it is words that stand. */
function words(doc: Y.Doc, client: number, start: number): readonly Y.Item[] {
  const structs = doc.store.clients.get(client) ?? []
  return structs
    .slice(Y.findIndexSS(structs, start))
    .filter(
      (struct): struct is Y.Item =>
        struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentString,
    )
}

const encode = (client: number, clock: number, assoc: number) =>
  toBase64(Y.encodeRelativePosition(new Y.RelativePosition(null, null, Y.createID(client, clock), assoc)))
