import type { MarkJson, NodeJson, TextContent } from '@parley/model'
import type { MarkType, NodeType } from '@tiptap/pm/model'
import { schema } from '../schema/extensions.ts'
import { canonicalJson } from './canonical-json.ts'

/**
 * One form for all content that reads the same: marks sorted, neighbouring words of the same marks joined, empty words,
 * empty lists of children, and attributes at their defaults left out.
 */
export function canonicalContent(content: TextContent): TextContent {
  return { ...canonicalNode(content), type: 'doc' }
}

/** A node in canonical form, see `canonicalContent`. */
export function canonicalNode(node: NodeJson): NodeJson {
  if (node.type === 'text') return { type: 'text', text: node.text ?? '', ...canonicalMarks(node.marks) }
  const attrs = notDefault(node.attrs, defaultsOf(schema.nodes[node.type]))
  const content = joinWords((node.content ?? []).map(canonicalNode))
  return {
    type: node.type,
    ...(attrs ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
    ...canonicalMarks(node.marks),
  }
}

const marksKey = (node: NodeJson) => canonicalJson(canonicalMarks(node.marks).marks ?? [])

/** Whether two nodes have the same marks; quick where they have none or share them. */
export const sameMarks = (a: NodeJson, b: NodeJson) =>
  a.marks === b.marks || (!a.marks?.length && !b.marks?.length) || marksKey(a) === marksKey(b)

/** Neighbouring words of the same marks as one node; empty words left out. */
export function joinWords(nodes: readonly NodeJson[]): NodeJson[] {
  const joined: NodeJson[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type !== 'text') joined.push(node)
    else if (last?.type === 'text' && sameMarks(last, node)) {
      joined[joined.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` }
    } else if (node.text) joined.push(node)
  }
  return joined
}

function canonicalMarks(marks: readonly MarkJson[] | undefined): { marks?: readonly MarkJson[] } {
  if (!marks || marks.length === 0) return {}
  return {
    marks: marks
      .map((mark) => {
        const attrs = notDefault(mark.attrs, defaultsOf(schema.marks[mark.type]))
        return { type: mark.type, ...(attrs ? { attrs } : {}) }
      })
      .sort(byRank),
  }
}

const rank = (type: string) => Object.keys(schema.marks).indexOf(type)

/** The order of the schema, unknown marks first by name, equal types by their attributes. */
function byRank(a: MarkJson, b: MarkJson): number {
  if (a.type !== b.type) return rank(a.type) - rank(b.type) || (a.type < b.type ? -1 : 1)
  const [first, second] = [canonicalJson(a.attrs ?? {}), canonicalJson(b.attrs ?? {})]
  return first < second ? -1 : first > second ? 1 : 0
}

type Defaults = Readonly<Record<string, unknown>>

const defaultsOf = (type: NodeType | MarkType | undefined): Defaults =>
  Object.fromEntries(
    Object.entries(type?.spec.attrs ?? {}).map(([name, attribute]) => [name, attribute.default]),
  )

function notDefault(attrs: NodeJson['attrs'], defaults: Defaults): NodeJson['attrs'] | null {
  const kept = Object.entries(attrs ?? {}).filter(
    ([name, value]) => value !== undefined && value !== null && value !== defaults[name],
  )
  return kept.length > 0 ? Object.fromEntries(kept) : null
}
