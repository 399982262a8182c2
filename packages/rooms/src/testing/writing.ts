import * as Y from 'yjs'
import type { Peer } from './peer.ts'

/** The text node of a block, by its place among the blocks; the title is block 0. */
export function wordsOf(peer: Peer, block: number): Y.XmlText {
  const element = peer.fragment.get(block)
  if (!(element instanceof Y.XmlElement)) throw new Error(`expected a block at ${block}`)
  const text = element.get(0)
  if (text instanceof Y.XmlText) return text
  const made = new Y.XmlText()
  element.insert(0, [made])
  return made
}

/** Types at the end of a block. */
export function type(peer: Peer, words: string, block = 1): void {
  peer.doc.transact(() => {
    const text = wordsOf(peer, block)
    text.insert(text.length, words)
  })
}

/** Adds a paragraph at the end. */
export function addParagraph(peer: Peer, words: string): void {
  peer.doc.transact(() => {
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText(words)])
    peer.fragment.push([element])
  })
}

/** What the peer's document reads as. */
export const reading = (peer: Peer): string => peer.fragment.toJSON()

/** Adds an element of any name at the end of a document. */
export const pushed = (name: string) => (doc: Y.Doc) =>
  doc.getXmlFragment('content').push([new Y.XmlElement(name)])
