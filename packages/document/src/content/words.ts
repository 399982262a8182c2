import type { NodeJson, TextContent } from '@parley/model'

/** How a chip reads in plain words; by default as `{{id}}`. */
export type ChipWords = (id: string) => string

const braces: ChipWords = (id) => `{{${id}}}`

/** The id a chip holds. */
export const chipIdOf = (node: NodeJson): string => (typeof node.attrs?.id === 'string' ? node.attrs.id : '')

/** The title's words. */
export function titleOf(content: TextContent): string {
  const title = content.content?.find((block) => block.type === 'title')
  return title ? inlineWords(title, braces) : ''
}

/** The whole text in plain words: blocks on lines of their own, a blank line between paragraphs. */
export function plainText(content: TextContent, chip: ChipWords = braces): string {
  return blockWords(content.content ?? [], chip)
}

/** The statement in plain words, without the title. */
export function statementText(content: TextContent, chip: ChipWords = braces): string {
  return blockWords((content.content ?? []).filter(isNotTitle), chip)
}

/** Whether nothing is written beneath the title. */
export function isEmptyStatement(content: TextContent): boolean {
  return !(content.content ?? []).filter(isNotTitle).some(holdsWords)
}

const isNotTitle = (node: NodeJson) => node.type !== 'title'

const holdsWords = (node: NodeJson): boolean =>
  node.type === 'parameter' || (node.text ?? '').trim() !== '' || (node.content ?? []).some(holdsWords)

function inlineWords(node: NodeJson, chip: ChipWords): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return '\n'
  if (node.type === 'parameter') return chip(chipIdOf(node))
  return (node.content ?? []).map((child) => inlineWords(child, chip)).join('')
}

function blockWords(blocks: readonly NodeJson[], chip: ChipWords): string {
  return blocks.map((block) => wordsOf(block, chip)).join('\n\n')
}

function wordsOf(block: NodeJson, chip: ChipWords): string {
  const children = block.content ?? []
  switch (block.type) {
    case 'bulletList':
      return children.map((item) => itemWords('- ', item, chip)).join('\n')
    case 'orderedList': {
      const start = typeof block.attrs?.start === 'number' ? block.attrs.start : 1
      return children.map((item, index) => itemWords(`${start + index}. `, item, chip)).join('\n')
    }
    case 'blockquote':
      return blockWords(children, chip).replace(/^/gm, '> ')
    case 'table':
      return children.map((row) => wordsOf(row, chip)).join('\n')
    case 'tableRow':
      return children.map((cell) => blockWords(cell.content ?? [], chip).replace(/\s*\n\s*/g, ' ')).join('\t')
    default:
      return inlineWords(block, chip)
  }
}

function itemWords(bullet: string, item: NodeJson, chip: ChipWords): string {
  const inner = (item.content ?? []).map((block) => wordsOf(block, chip)).join('\n')
  return bullet + inner.replace(/\n/g, `\n${' '.repeat(bullet.length)}`)
}
