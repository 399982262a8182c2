import type { NodeJson, TextContent } from '@parley/model'
import { schema } from '../schema/extensions.ts'
import { filled } from '../schema/fill.ts'
import { tableProblems } from '../schema/table-editing.ts'
import type { StructureCode } from './problem.ts'

type Structure = { readonly code: StructureCode; readonly path: readonly number[]; readonly name: string }

/** Nodes that may not stay empty although the schema lets them be so for the moment between merging and repair. */
const neverEmpty: ReadonlySet<string> = new Set([...filled, 'bulletList', 'orderedList', 'table'])

/** The first breach of the document's structure, or `null`; the content must have nothing unsafe in it. */
export function structureProblem(content: TextContent): Structure | null {
  const first = content.content?.[0]
  if (first?.type !== 'title') return { code: 'missing-title', path: [], name: 'title' }
  return nodeProblem(content, [])
}

function nodeProblem(node: NodeJson, path: readonly number[]): Structure | null {
  const problem = (code: StructureCode, name = node.type): Structure => ({ code, path, name })
  const type = schema.nodes[node.type]
  if (!type) throw new Error(`structure: expected a known node, got ${node.type}`)
  if (node.type === 'text' && node.text === '') return problem('empty-text')
  const children = node.content ?? []
  if (neverEmpty.has(node.type) && children.length === 0) return problem('empty-container')
  let match = type.contentMatch
  for (const [index, child] of children.entries()) {
    const childType = schema.nodes[child.type]
    const next = childType && match.matchType(childType)
    if (!next) return { code: 'misplaced-node', path: [...path, index], name: child.type }
    match = next
    const mark = misplacedMark(child, node)
    if (mark !== null) return { code: 'misplaced-mark', path: [...path, index], name: mark }
    const found = nodeProblem(child, [...path, index])
    if (found) return found
  }
  if (node.type === 'table' && tableProblems(schema.nodeFromJSON(node))) return problem('ragged-table')
  return null
}

/** A mark that may not stand here: in a title, on anything but words (Yjs holds no such), or twice. */
function misplacedMark(child: NodeJson, parent: NodeJson): string | null {
  const marks = child.marks ?? []
  const twice = marks.find((mark, index) => marks.findIndex((other) => other.type === mark.type) < index)
  if (twice) return twice.type
  const allowed = child.type === 'text' && parent.type !== 'title'
  return allowed ? null : (marks[0]?.type ?? null)
}
