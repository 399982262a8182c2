import type { NodeJson } from '@parley/model'

const leaves: ReadonlySet<string> = new Set(['hardBreak', 'parameter'])

/** Whether a node of this type has no inside in ProseMirror's counting. */
export const isLeaf = (type: string) => leaves.has(type)

/** A node's size in ProseMirror positions. */
export function nodeSize(node: NodeJson): number {
  if (node.type === 'text') return node.text?.length ?? 0
  if (isLeaf(node.type)) return 1
  let size = 2
  for (const child of node.content ?? []) size += nodeSize(child)
  return size
}
