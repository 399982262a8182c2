import * as Y from 'yjs'
import { isLeaf } from '../html/node-size.ts'
import { fragmentName } from '../schema/limits.ts'

/** A place in the text that holds something to anchor at: a run of words, or one chip or break among its siblings. */
export interface Spot {
  /** The type and index within it, as Yjs counts. */
  readonly type: Y.XmlText | Y.XmlFragment
  readonly index: number
  /** The ProseMirror position where it starts. */
  readonly position: number
  readonly length: number
}

/** Everything in the document that can carry an anchor, in reading order. */
export function spots(doc: Y.Doc): Spot[] {
  const found: Spot[] = []
  visit(doc.getXmlFragment(fragmentName), 0, (spot) => found.push(spot))
  return found
}

/** The ProseMirror position of an index within a type, or `null` where the type is not part of the text. */
export function positionOf(doc: Y.Doc, type: unknown, index: number): number | null {
  const root = doc.getXmlFragment(fragmentName)
  if (type instanceof Y.XmlText) {
    const offset = type.parent instanceof Y.XmlFragment ? startOf(type, type.parent, root) : null
    return offset === null ? null : offset + index
  }
  if (!(type instanceof Y.XmlFragment)) return null
  const inside = type === root ? 0 : startOf(type, type.parent, root)
  if (inside === null) return null
  const before = type.toArray().slice(0, index)
  return before.reduce((at, child) => at + sizeOf(child), type === root ? 0 : inside + 1)
}

/** Where a child starts, found by climbing to the root. */
function startOf(child: Y.XmlText | Y.XmlFragment, parent: unknown, root: Y.XmlFragment): number | null {
  if (!(parent instanceof Y.XmlFragment) || child._item?.deleted) return null
  const base = parent === root ? 0 : startOf(parent, parent.parent, root)
  if (base === null) return null
  let at = parent === root ? base : base + 1
  for (const sibling of parent.toArray()) {
    if (sibling === child) return at
    at += sizeOf(sibling)
  }
  return null
}

function sizeOf(type: unknown): number {
  if (type instanceof Y.XmlText) return type.length
  if (!(type instanceof Y.XmlElement)) return 0
  if (isLeaf(type.nodeName)) return 1
  return type.toArray().reduce((size: number, child) => size + sizeOf(child), 2)
}

function visit(parent: Y.XmlFragment, position: number, found: (spot: Spot) => void): number {
  let at = position
  for (const [index, child] of parent.toArray().entries()) {
    if (child instanceof Y.XmlText) {
      if (child.length > 0) found({ type: child, index: 0, position: at, length: child.length })
    } else if (child instanceof Y.XmlElement && isLeaf(child.nodeName)) {
      found({ type: parent, index, position: at, length: 1 })
    } else if (child instanceof Y.XmlElement) {
      visit(child, at + 1, found)
    }
    at += sizeOf(child)
  }
  return at
}
