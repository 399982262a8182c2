import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { findQuote, type Range } from '../content/quote.ts'
import { fragmentName } from '../schema/limits.ts'
import { positionOf, spots } from './positions.ts'
import { readContent } from './read-content.ts'

/** The two ends of an anchor: Yjs relative positions in their binary encoding, base64. */
export interface AnchorEnds {
  readonly start: string
  readonly end: string
}

/**
 * An anchor on the words between two ProseMirror positions, or `null` where there are none. It holds on to the first and
 * the last of them: what is later written before or after does not belong to it, what is written in between does.
 */
export function anchorAt(doc: Y.Doc, from: number, to: number): AnchorEnds | null {
  const held = spots(doc).filter(({ position, length }) => position < to && position + length > from)
  const [first, last] = [held[0], held.at(-1)]
  if (!first || !last) return null
  const start = first.index + Math.max(0, from - first.position)
  const end = last.index + Math.min(last.length, to - last.position)
  return {
    start: encode(Y.createRelativePositionFromTypeIndex(first.type, start, 0)),
    end: encode(Y.createRelativePositionFromTypeIndex(last.type, end, -1)),
  }
}

/** Where an anchor's words stand now, or `null` when they are gone or the anchor is none of this document. */
export function resolveAnchor(doc: Y.Doc, { start, end }: AnchorEnds): Range | null {
  const from = positionNow(doc, start)
  const to = positionNow(doc, end)
  return from === null || to === null || from >= to ? null : { from, to }
}

/**
 * Where an anchor's words stand now: by their identity, else where the quote stands only once (words that were moved,
 * or parted by a new line, have become others). `null` when they are gone.
 */
export function locateAnchor(doc: Y.Doc, anchor: AnchorEnds & { readonly quote: string }): Range | null {
  return resolveAnchor(doc, anchor) ?? findQuote(readContent(doc), anchor.quote)
}

const encode = (position: Y.RelativePosition) => toBase64(Y.encodeRelativePosition(position))

function positionNow(doc: Y.Doc, encoded: string): number | null {
  const relative = decode(encoded)
  if (!relative || (!relative.item && !relative.type && relative.tname === null)) return null
  // A name of another root would make Yjs create that root in the live document.
  if (relative.tname !== null && relative.tname !== fragmentName) return null
  const absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc)
  return absolute && positionOf(doc, absolute.type, absolute.index)
}

function decode(encoded: string): Y.RelativePosition | null {
  try {
    return Y.decodeRelativePosition(fromBase64(encoded))
  } catch {
    // The bytes came from a client: what cannot be decoded is an anchor to nothing.
    return null
  }
}
