import { fragmentName } from '@parley/document'
import * as Y from 'yjs'

/** Edits in one update: as many as a client that was offline may bring at once. */
const perUpdate = 2_000

/** A source of numbers from 0 to 1 that gives the same ones each time. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

/**
 * A history of so many edits in a paragraph of a text, a letter each, as updates: people type words here and there and
 * delete others, so that the text stays about `length` letters long.
 */
export function history(
  state: Uint8Array,
  edits: number,
  length: number,
  seed: number,
): readonly Uint8Array[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  doc.clientID = 5_000_000 + seed
  const random = seeded(seed)
  const text = doc
    .getXmlFragment(fragmentName)
    .toArray()
    .filter((block) => block instanceof Y.XmlElement && block.nodeName === 'paragraph')
    .map((block) => (block as Y.XmlElement).get(0))
    .find((inner) => inner instanceof Y.XmlText)
  if (!(text instanceof Y.XmlText)) throw new Error('expected a paragraph with words')
  const updates: Uint8Array[] = []
  let made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  let at = 0
  let left = 0
  let isDeleting = false
  for (let edit = 0; edit < edits; edit++) {
    if (left === 0) {
      left = 3 + Math.floor(random() * 10)
      isDeleting = text.length > length * (0.9 + random() * 0.2)
      at = Math.floor(random() * Math.max(1, text.length - left))
    }
    if (isDeleting) text.delete(at, 1)
    else text.insert(at++, 'abcdefghijklmnopqrstuvwxyz '[Math.floor(random() * 27)] ?? 'a')
    left -= 1
    if (made.length >= perUpdate || edit === edits - 1) {
      updates.push(Y.mergeUpdates(made))
      made = []
    }
  }
  doc.destroy()
  return updates
}
