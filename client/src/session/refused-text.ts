import { fragmentName, readContent } from '@parley/document'
import type { TextContent } from '@parley/model'
import type { RejectionCode } from '@parley/protocol'
import * as Y from 'yjs'

/** What the server refused of a person's writing, kept for them to take further. */
export interface RefusedText {
  readonly code: RejectionCode
  /** The words they wrote that are committed nowhere; empty where they only deleted or formatted. */
  readonly words: string
  /** The whole text as they had it. */
  readonly content: TextContent
}

/** The refused text of a document of which the person's edits in `unsaved` are not committed. */
export function refusedText(doc: Y.Doc, unsaved: Uint8Array | null, code: RejectionCode): RefusedText {
  const since = unsaved === null ? undefined : Y.parseUpdateMeta(unsaved).from.get(doc.clientID)
  return { code, words: since === undefined ? '' : ownWords(doc, since), content: readContent(doc) }
}

/** A stretch of words as they stand. */
interface Stretch {
  readonly isOwn: boolean
  readonly words: string
}

/** What this document's own client wrote from a clock on, in the order of reading; a line each where others' words part it. */
function ownWords(doc: Y.Doc, since: number): string {
  const lines = [...textsIn(doc.getXmlFragment(fragmentName))].flatMap((text) =>
    joined(stretches(text, doc.clientID, since)).flatMap(({ isOwn, words }) => (isOwn ? [words] : [])),
  )
  return lines.join('\n')
}

function* textsIn(parent: Y.XmlFragment): Generator<Y.XmlText> {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) yield child
    else if (child instanceof Y.XmlElement) yield* textsIn(child)
  }
}

function stretches(text: Y.XmlText, client: number, since: number): readonly Stretch[] {
  const found: Stretch[] = []
  const add = (isOwn: boolean, words: string) => {
    const last = found.at(-1)
    if (words === '') return
    if (last?.isOwn === isOwn) found[found.length - 1] = { isOwn, words: last.words + words }
    else found.push({ isOwn, words })
  }
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    const words = item.content instanceof Y.ContentString ? item.content.str : objectReplacement
    const committed = item.id.client === client ? Math.max(0, since - item.id.clock) : words.length
    add(false, words.slice(0, committed))
    add(true, words.slice(committed))
  }
  return found
}

/** Stands for what is no word. */
const objectReplacement = '\ufffc'

/**
 * Joins what was written in one go: an editor writes a letter that is typed before the same letter behind it, so that
 * this one stands between. Own, others', own that ends like others' reads the same as one own stretch before others'.
 */
function joined(found: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = []
  for (const stretch of found) {
    const between = result.at(-1)
    const before = result.at(-2)
    if (stretch.isOwn && before && between && stretch.words.endsWith(between.words)) {
      const own = before.words + between.words + stretch.words.slice(0, -between.words.length)
      result.splice(-2, 2, { isOwn: true, words: own }, between)
    } else result.push(stretch)
  }
  return result
}
