import type { NodeJson, TextContent } from '@parley/model'
import { chipIdOf } from './words.ts'

/** The ids of the chips in a text, each once, in reading order. */
export function chipIds(content: TextContent): string[] {
  const ids = new Set<string>()
  const visit = (node: NodeJson) => {
    if (node.type === 'parameter') ids.add(chipIdOf(node))
    node.content?.forEach(visit)
  }
  visit(content)
  return [...ids]
}

/** The same text with other ids in its chips; where `replace` gives `null` the chip is taken out. */
export function replaceChips(content: TextContent, replace: (id: string) => string | null): TextContent {
  return { ...content, ...replaced(content, replace) }
}

function replaced(node: NodeJson, replace: (id: string) => string | null): { content?: readonly NodeJson[] } {
  if (!node.content) return {}
  return { content: node.content.flatMap((child) => replacedChild(child, replace)) }
}

function replacedChild(node: NodeJson, replace: (id: string) => string | null): NodeJson[] {
  if (node.type !== 'parameter') return [{ ...node, ...replaced(node, replace) }]
  const id = replace(chipIdOf(node))
  return id === null ? [] : [{ ...node, attrs: { id } }]
}
