import type { NodeJson } from '@parley/model'
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { sameMarks } from '../canonical/canonical-content.ts'
import { compareTokens, tokensOf } from '../diff/words.ts'
import { formatsOf } from './build.ts'
import { textNodes } from './read-content.ts'

interface Token {
  readonly text: string
  readonly node: NodeJson
  readonly formats: Readonly<Record<string, unknown>>
}

/** Makes a text's words and formats those of ProseMirror text nodes, word by word. */
export function reconcileWords(text: Y.XmlText, nodes: readonly Node[]): void {
  const present = textNodes(text)
  if (present.some((node) => node.type !== 'text')) text.delete(0, text.length)
  const before = present.every((node) => node.type === 'text')
    ? present.flatMap((node) => tokens(node, {}))
    : []
  const after = nodes.flatMap((node) => tokens(node.toJSON(), formatsOf(node.marks)))
  // Every format that occurs is set to its value or to none, whatever name it hides under.
  const none = Object.fromEntries(formatNames(text).map((name) => [name, null]))
  const delta = compareTokens(before, after, (token) => token.text, isBlank).flatMap((step): object[] => {
    if (step.change === 'removed') return [{ delete: lengthOf(step.before) }]
    if (step.change === 'added')
      return step.after.map((token) => ({ insert: token.text, attributes: token.formats }))
    return step.after.map((token, index) => {
      const old = step.before[index]
      const kept = old && sameMarks(old.node, token.node)
      return { retain: token.text.length, ...(kept ? {} : { attributes: { ...none, ...token.formats } }) }
    })
  })
  text.applyDelta(delta)
}

const tokens = (node: NodeJson, formats: Token['formats']): Token[] =>
  tokensOf(node.text ?? '').map((text) => ({ text, node, formats }))

const isBlank = (token: Token) => token.text.trim() === ''

const lengthOf = (removed: readonly Token[]) =>
  removed.reduce((length, token) => length + token.text.length, 0)

function formatNames(text: Y.XmlText): string[] {
  const names = new Set<string>()
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentFormat) names.add(item.content.key)
  }
  return [...names]
}
