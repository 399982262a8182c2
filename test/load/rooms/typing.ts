import { fragmentName } from '@parley/document'
import * as Y from 'yjs'

/** Letters after which a typist replaces what they wrote, so that the text stays as long as it is. */
const replaced = 40

/** A person who types in a paragraph of a text, letter by letter; every update inserts one and is made ahead of time. */
export class Typist {
  readonly client: number
  readonly #doc = new Y.Doc()
  readonly #text: Y.XmlText
  readonly #start: number
  #own = 0
  #made: Uint8Array | null = null
  /** Updates made so far; the clock after them. */
  clock = 0

  /** `number` tells typists apart: they write in different paragraphs and with different ids. */
  constructor(state: Uint8Array, number: number) {
    Y.applyUpdate(this.#doc, state)
    this.client = 1_000_000 + Math.floor(Math.random() * 4_000_000_000)
    this.#doc.clientID = this.client
    const paragraphs = this.#doc
      .getXmlFragment(fragmentName)
      .toArray()
      .filter((block) => block instanceof Y.XmlElement && block.nodeName === 'paragraph')
    const paragraph = paragraphs[number % paragraphs.length]
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('expected a paragraph with words')
    this.#text = text
    this.#start = (number * 7) % text.length
    this.#doc.on('update', (update: Uint8Array) => {
      this.#made = update
    })
  }

  /** The update of one more letter. */
  next(): Uint8Array {
    this.#doc.transact(() => {
      if (this.#own === replaced) {
        this.#text.delete(this.#start, this.#own)
        this.#own = 0
      }
      this.#text.insert(this.#start + this.#own, 'abcdefghijklmnopqrstuvwxyz'[this.#own % 26] ?? 'a')
    })
    this.#own += 1
    this.clock += 1
    if (this.#made === null) throw new Error('expected an update')
    return this.#made
  }
}
