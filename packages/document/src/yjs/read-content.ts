import type { MarkJson, NodeJson, TextContent } from '@parley/model'
import * as Y from 'yjs'
import { joinWords } from '../canonical/canonical-content.ts'
import { schema } from '../schema/extensions.ts'
import { fragmentName, limits } from '../schema/limits.ts'

/**
 * The plain content of a live document, read without changing it (y-tiptap's readers delete what they do not know).
 * What no editor writes is kept as nodes whose type starts with `#`, so that `contentProblem` refuses it.
 */
export function readContent(doc: Y.Doc): TextContent {
  const root = doc.getXmlFragment(fragmentName)
  return { type: 'doc', content: childrenOf(root, 1) }
}

/** The name of a root type other than the text's own, where something could be hidden, or `null`. */
export function foreignRoot(doc: Y.Doc): string | null {
  for (const name of doc.share.keys()) if (name !== fragmentName) return name
  return null
}

function childrenOf(parent: Y.XmlFragment, depth: number): NodeJson[] {
  const children: NodeJson[] = []
  if (parent._map.size > 0 && !(parent instanceof Y.XmlElement)) children.push({ type: '#attributes' })
  for (const item of liveItems(parent)) {
    if (!item.countable) children.push({ type: '#format' })
    else if (!(item.content instanceof Y.ContentType)) children.push({ type: '#value' })
    else if (isStray(item.content.type, parent)) children.push({ type: '#stray' })
    else children.push(...nodesOf(item.content.type, depth))
  }
  return joinWords(children)
}

/**
 * Whether a text without words stands where there are blocks. It would leave no trace in the content, and y-tiptap fails
 * on it in the root: nobody could open the text any more. One with words is put right like any misplaced node.
 */
function isStray(type: unknown, parent: Y.XmlFragment): boolean {
  if (!(type instanceof Y.XmlText) || textNodes(type).length > 0) return false
  return !(parent instanceof Y.XmlElement) || schema.nodes[parent.nodeName]?.inlineContent === false
}

/** What one child of an element is read as. */
export function nodesOf(type: unknown, depth: number): NodeJson[] {
  if (type instanceof Y.XmlElement) return [elementNode(type, depth)]
  if (type instanceof Y.XmlText) return textNodes(type)
  return [{ type: '#type' }]
}

function elementNode(element: Y.XmlElement, depth: number): NodeJson {
  const attrs = attributesOf(element)
  const content = depth > limits.depth ? [{ type: '#deeper' }] : childrenOf(element, depth + 1)
  return {
    type: element.nodeName,
    ...(attrs ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  }
}

/**
 * Attributes as own properties, whatever their names; `getAttributes` would set a prototype for `__proto__`. An editor takes
 * an attribute away rather than set it to nothing, which y-tiptap would show as a value and not as what is usual.
 */
function attributesOf(element: Y.XmlElement): Record<string, unknown> | null {
  const entries: [string, unknown][] = []
  for (const [name, item] of element._map) {
    if (item.deleted) continue
    const value: unknown = item.content.getContent().at(-1)
    entries.push(value === null || value === undefined ? [`#${name}`, 'nothing'] : [name, value])
  }
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.length > 0 ? Object.fromEntries(entries) : null
}

/** The words of a text, a node for each stretch of the same format. */
export function textNodes(text: Y.XmlText): NodeJson[] {
  const nodes: NodeJson[] = []
  const formats = new Map<string, unknown>()
  if ([...text._map.values()].some((item) => !item.deleted)) nodes.push({ type: '#attributes' })
  for (const { content } of liveItems(text)) {
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) formats.delete(content.key)
      else formats.set(content.key, content.value)
    } else if (content instanceof Y.ContentString) {
      const marks = marksOf(formats)
      nodes.push({ type: 'text', text: content.str, ...(marks.length > 0 ? { marks } : {}) })
    } else nodes.push({ type: '#embed' })
  }
  return nodes
}

/** y-tiptap stores a mark that may overlap itself under its name and eight characters of a hash. */
const hashedName = /^(.*)--[a-zA-Z0-9+/=]{8}$/s

function marksOf(formats: ReadonlyMap<string, unknown>): MarkJson[] {
  const marks = Array.from(formats, ([key, value]): MarkJson => {
    const type = hashedName.exec(key)?.[1] ?? key
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { type, attrs: { '#value': value } }
    const attrs = Object.entries(value).filter(([, each]) => each !== null && each !== undefined)
    return { type, ...(attrs.length > 0 ? { attrs: Object.fromEntries(attrs) } : {}) }
  })
  const order = Object.keys(schema.marks)
  return marks.sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
}

function* liveItems(type: { readonly _start: Y.Item | null }): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted) yield item
}
