import type { MarkJson } from '@parley/model'
import { schema } from '../schema/extensions.ts'
import { limits } from '../schema/limits.ts'
import { isSafeLink } from '../schema/safe-link.ts'
import { attributeProblem, isStorable } from './attributes.ts'
import type { UnsafeCode } from './problem.ts'

type Unsafe = { readonly code: UnsafeCode; readonly path: readonly number[]; readonly name: string }
type Budget = { nodes: number; characters: number }

/** The first thing in content that no editor of ours writes, or `null`; takes any value whatever. */
export function unsafeProblem(content: unknown): Unsafe | null {
  if (!isObject(content) || content.type !== 'doc') return { code: 'not-a-document', path: [], name: 'doc' }
  return nodeProblem(content, [], { nodes: limits.nodes, characters: limits.characters })
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const nodeKeys = new Set(['type', 'attrs', 'content', 'text', 'marks'])

function nodeProblem(node: unknown, path: readonly number[], budget: Budget): Unsafe | null {
  const problem = (code: UnsafeCode, name: string): Unsafe => ({ code, path, name })
  if (!isObject(node) || typeof node.type !== 'string') return problem('unknown-node', typeof node)
  const type = Object.hasOwn(schema.nodes, node.type) ? schema.nodes[node.type] : undefined
  if (!type || (node.type === 'doc') !== (path.length === 0)) return problem('unknown-node', node.type)
  if (path.length > limits.depth) return problem('too-deep', node.type)
  budget.nodes -= 1
  if (budget.nodes < 0) return problem('too-large', 'nodes')
  const strange = Object.keys(node).find((key) => !nodeKeys.has(key))
  if (strange !== undefined) return problem('unknown-attribute', strange)
  const own = ownProblem(node, budget)
  if (own) return problem(own.code, own.name)
  const children = node.content ?? []
  if (!Array.isArray(children) || (type.isLeaf && children.length > 0))
    return problem('unknown-node', node.type)
  if (node.type === 'table' && tableArea(children) > limits.tableArea) return problem('too-large', 'table')
  for (const [index, child] of children.entries()) {
    const found = nodeProblem(child, [...path, index], budget)
    if (found) return found
  }
  return null
}

function ownProblem(node: Readonly<Record<string, unknown>>, budget: Budget) {
  const type = String(node.type)
  if (node.attrs !== undefined && !isObject(node.attrs))
    return { code: 'bad-attribute', name: 'attrs' } as const
  const attribute = attributeProblem(type, node.attrs ?? {})
  if (attribute) return attribute
  if ((type === 'text') !== (typeof node.text === 'string')) return { code: 'bad-text', name: type } as const
  if (typeof node.text === 'string') {
    if (!isStorable(node.text)) return { code: 'bad-text', name: type } as const
    budget.characters -= node.text.length
    if (budget.characters < 0) return { code: 'too-large', name: 'characters' } as const
  }
  return marksProblem(node.marks ?? [])
}

function marksProblem(marks: unknown) {
  if (!Array.isArray(marks)) return { code: 'unknown-mark', name: typeof marks } as const
  for (const mark of marks) {
    if (!isMark(mark) || !Object.hasOwn(schema.marks, mark.type)) {
      return { code: 'unknown-mark', name: isMark(mark) ? mark.type : typeof mark } as const
    }
    const strange = Object.keys(mark.attrs ?? {}).find((name) => mark.type !== 'link' || name !== 'href')
    if (strange !== undefined) return { code: 'unknown-attribute', name: strange } as const
    if (mark.type === 'link' && !isSafeLink(mark.attrs?.href))
      return { code: 'unsafe-link', name: 'href' } as const
  }
  return null
}

const isMark = (value: unknown): value is MarkJson =>
  isObject(value) &&
  typeof value.type === 'string' &&
  (value.attrs === undefined || isObject(value.attrs)) &&
  Object.keys(value).every((key) => key === 'type' || key === 'attrs')

/** An upper bound of the cells of a table's map, spans counted, so that a small text cannot ask for a huge one. */
function tableArea(rows: readonly unknown[]): number {
  const widths = rows.map(() => 0)
  for (const [index, row] of rows.entries()) {
    const cells = isObject(row) && Array.isArray(row.content) ? row.content : []
    for (const cell of cells) {
      const attrs = isObject(cell) && isObject(cell.attrs) ? cell.attrs : {}
      const end = Math.min(rows.length, index + span(attrs.rowspan))
      for (let at = index; at < end; at += 1) widths[at] = (widths[at] ?? 0) + span(attrs.colspan)
    }
  }
  return rows.length * widths.reduce((most, width) => Math.max(most, width), 0)
}

/** A span that is out of bounds is found as a bad attribute. */
const span = (value: unknown) =>
  Math.min(limits.span, Math.max(1, Number.isInteger(value) ? Number(value) : 1))
