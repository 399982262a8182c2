import type { NodeJson } from '@parley/model'
import { canonicalNode, joinWords, sameMarks } from '../canonical/canonical-content.ts'
import { canonicalJson } from '../canonical/canonical-json.ts'
import type { RenderNode } from '../html/rendering.ts'
import { compareTokens, tokensOf } from './words.ts'

/**
 * Compares the inside of two blocks of words. Words that stayed are `formatted` where their marks or link changed; chips
 * compare by their ids, so that a chip replaced is one removed and one added.
 */
export function diffInline(before: readonly NodeJson[], after: readonly NodeJson[]): RenderNode[] {
  const runs = compareTokens(inlineTokens(before), inlineTokens(after), wordKey, isBlank)
  const nodes = runs.flatMap(({ change, before: from, after: to }): RenderNode[] => {
    if (change === 'removed') return from.map((token) => ({ ...token, change }))
    if (change === 'added') return to.map((token) => ({ ...token, change }))
    return to.map((token, index) => {
      const old = from[index]
      return old && !sameMarks(old, token) ? { ...token, change: 'formatted' } : token
    })
  })
  return joinChanges(nodes)
}

/** Everything inside as added or as removed. */
export const allChanged = (nodes: readonly NodeJson[], change: 'added' | 'removed'): RenderNode[] =>
  nodes.map((node) => ({ ...node, change }))

const inlineTokens = (nodes: readonly NodeJson[]): NodeJson[] =>
  joinWords(nodes.map(canonicalNode)).flatMap((node) =>
    node.type === 'text' ? tokensOf(node.text ?? '').map((text) => ({ ...node, text })) : [node],
  )

const wordKey = (token: NodeJson) =>
  token.type === 'text' ? `text ${token.text ?? ''}` : `${token.type} ${canonicalJson(token.attrs ?? {})}`

const isBlank = (token: NodeJson) => token.type === 'text' && (token.text ?? '').trim() === ''

function joinChanges(nodes: readonly RenderNode[]): RenderNode[] {
  const joined: RenderNode[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (
      last?.type === 'text' &&
      node.type === 'text' &&
      last.change === node.change &&
      sameMarks(last, node)
    ) {
      joined[joined.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` }
    } else joined.push(node)
  }
  return joined
}
