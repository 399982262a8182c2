import type { Mark, Node } from '@tiptap/pm/model'
import * as Y from 'yjs'

/** What a parent in Yjs holds for a stretch of ProseMirror children: one element, or one text for a run of words. */
export type Unit = Node | readonly Node[]

/** Children as Yjs holds them: neighbouring words in one text. */
export function unitsOf(parent: Node): Unit[] {
  const units: (Node | Node[])[] = []
  for (const child of parent.children) {
    const last = units.at(-1)
    if (!child.isText) units.push(child)
    else if (Array.isArray(last)) last.push(child)
    else units.push([child])
  }
  return units
}

export const isWords = (unit: Unit): unit is readonly Node[] => Array.isArray(unit)

/** A new Yjs type for a unit, encoded as y-tiptap does: marks as formats by name, attributes that are not null. */
export function build(unit: Unit): Y.XmlElement | Y.XmlText {
  if (isWords(unit)) {
    const text = new Y.XmlText()
    text.applyDelta(unit.map((node) => ({ insert: node.text, attributes: formatsOf(node.marks) })))
    return text
  }
  const element = new Y.XmlElement(unit.type.name)
  for (const [name, value] of Object.entries(unit.attrs))
    if (value !== null) element.setAttribute(name, value)
  // reason: who starts in an empty line finds a text there; two who each made one of their own would double their letters
  element.insert(0, unit.isTextblock && unit.childCount === 0 ? [new Y.XmlText()] : unitsOf(unit).map(build))
  return element
}

/** Marks as Yjs formats. */
export const formatsOf = (marks: readonly Mark[]): Record<string, unknown> =>
  Object.fromEntries(marks.map((mark) => [mark.type.name, mark.attrs]))
