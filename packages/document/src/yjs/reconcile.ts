import type { NodeJson } from '@parley/model'
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { canonicalNode } from '../canonical/canonical-content.ts'
import { canonicalJson } from '../canonical/canonical-json.ts'
import { alignBlocks } from '../diff/align.ts'
import { build, isWords, type Unit, unitsOf } from './build.ts'
import { nodesOf } from './read-content.ts'
import { reconcileWords } from './reconcile-words.ts'

type Child = Y.XmlElement | Y.XmlText | Y.XmlHook

/**
 * Makes a parent's children those of a ProseMirror node, keeping every child that has a counterpart: so words keep their
 * authors, anchors their words, and what others write at the same time its place.
 */
export function reconcile(parent: Y.XmlFragment, node: Node): void {
  if (parent.length === 0) {
    parent.insert(0, unitsOf(node).map(build))
    return
  }
  const present = new Map(parent.toArray().map((child): [NodeJson, Child] => [presentJson(child), child]))
  const wanted = new Map(unitsOf(node).map((unit): [NodeJson, Unit] => [wantedJson(unit), unit]))
  let index = 0
  for (const { before, after } of alignBlocks([...present.keys()], [...wanted.keys()])) {
    const child = before && present.get(before)
    const unit = after && wanted.get(after)
    if (child && unit && isCounterpart(child, unit)) {
      if (keyOf(before) !== keyOf(after)) update(child, unit)
      index += 1
    } else if (child instanceof Y.XmlText && !unit && present.size === 1) {
      // The text stays, emptied: what others write in it at the same time would be lost with it.
      child.delete(0, child.length)
      index += 1
    } else {
      if (child) parent.delete(index, 1)
      if (unit) parent.insert(index, [build(unit)])
      if (unit) index += 1
    }
  }
}

/** A run of words as a node, to be aligned with others of its kind. */
const run = (content: readonly NodeJson[]): NodeJson => ({ type: 'run', content })

const presentJson = (child: Child): NodeJson => {
  const nodes = nodesOf(child, 1)
  return child instanceof Y.XmlText ? run(nodes) : (nodes[0] ?? run([]))
}

const wantedJson = (unit: Unit): NodeJson =>
  isWords(unit) ? run(unit.map((node) => node.toJSON())) : unit.toJSON()

const keyOf = (node: NodeJson) => canonicalJson(canonicalNode(node))

const isCounterpart = (child: Child, unit: Unit) =>
  isWords(unit)
    ? child instanceof Y.XmlText
    : child instanceof Y.XmlElement && child.nodeName === unit.type.name

function update(child: Child, unit: Unit): void {
  if (child instanceof Y.XmlText && isWords(unit)) reconcileWords(child, unit)
  if (!(child instanceof Y.XmlElement) || isWords(unit)) return
  const present = child.getAttributes()
  for (const name of Object.keys(present))
    if ((unit.attrs[name] ?? null) === null) child.removeAttribute(name)
  for (const [name, value] of Object.entries(unit.attrs)) {
    if (value !== null && value !== present[name]) child.setAttribute(name, value)
  }
  reconcile(child, unit)
}
