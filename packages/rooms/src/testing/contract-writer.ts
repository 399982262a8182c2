import type { TextContent, TextId } from '@parley/model'
import * as Y from 'yjs'
import type { Author } from '../access.ts'
import { entryHash, genesis } from '../chain.ts'
import type { Entry, StoredEntry } from '../journal.ts'

/** The seq of the first entry that does not follow from the one before, or `null`. */
export function brokenLink(text: TextId, entries: readonly StoredEntry[]): number | null {
  let previous = genesis
  for (const each of entries) {
    const hash = entryHash(text, each.seq, each.at, each, previous)
    if (!same(each.previous, previous) || !same(each.hash, hash)) return each.seq
    previous = each.hash
  }
  return null
}

const same = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && one.every((byte, at) => byte === other[at])

/** An entry as a room would make it. */
export function entry(
  author: Author,
  update: Uint8Array,
  clients: readonly number[] = [],
  deleted: Uint8Array = new Uint8Array(),
): Entry {
  return { author, update, deleted, clients }
}

/** The content a text of plain words is given. */
export function contentOf(words: string): TextContent {
  return { type: 'doc', content: [{ type: 'title', content: [{ type: 'text', text: words }] }] }
}

/** One client that types into a plain Y.Text. */
export class Writer {
  readonly #doc = new Y.Doc()
  readonly #text = this.#doc.getText('t')

  constructor(client: number) {
    this.#doc.clientID = client
  }

  get words(): string {
    return this.#text.toString()
  }

  apply(update: Uint8Array): void {
    Y.applyUpdate(this.#doc, update)
  }

  type(words: string): Uint8Array {
    return this.#change(() => this.#text.insert(this.#text.length, words))
  }

  erase(at: number, length: number): Uint8Array {
    return this.#change(() => this.#text.delete(at, length))
  }

  #change(change: () => void): Uint8Array {
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array) => updates.push(update)
    this.#doc.on('update', keep)
    change()
    this.#doc.off('update', keep)
    return Y.mergeUpdates(updates)
  }
}
