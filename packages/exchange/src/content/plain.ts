import type { NodeJson, TextContent } from '@parley/model'
import { parts } from './nodes.ts'

/** How a parameter reads where there are only words. */
export type ChipWords = (id: string) => string

const asId: ChipWords = (id) => `[${id}]`

/** A title in words. */
export function plainTitle(text: TextContent, chip: ChipWords = asId): string {
  const { title } = parts(text)
  return title
    ? inlineText(title.content ?? [], chip)
        .replace(/\s+/g, ' ')
        .trim()
    : ''
}

/** What stands below the title in words: a line for each paragraph, bullets and numbers before list items. */
export function plainBody(text: TextContent, chip: ChipWords = asId): string {
  return plainBlocks(parts(text).blocks, chip)
}

/** Blocks in words; see `plainBody`. */
export function plainBlocks(blocks: readonly NodeJson[], chip: ChipWords = asId): string {
  return blocks.flatMap((block) => lines(block, chip)).join('\n')
}

function lines(block: NodeJson, chip: ChipWords): string[] {
  const inner = block.content ?? []
  switch (block.type) {
    case 'bulletList':
      return inner.flatMap((item) => itemLines(item, '•', chip))
    case 'orderedList': {
      const start = typeof block.attrs?.start === 'number' ? block.attrs.start : 1
      return inner.flatMap((item, index) => itemLines(item, `${start + index}.`, chip))
    }
    case 'table':
      return inner.map((row) => (row.content ?? []).map((cell) => cellText(cell, chip)).join(' | '))
    case 'blockquote':
      return inner.flatMap((child) => lines(child, chip))
    default:
      return inlineText(inner, chip).split('\n')
  }
}

function itemLines(item: NodeJson, marker: string, chip: ChipWords): string[] {
  const [first = '', ...rest] = (item.content ?? []).flatMap((child) => lines(child, chip))
  return [`${marker} ${first}`.trimEnd(), ...rest.map((line) => `  ${line}`)]
}

function cellText(cell: NodeJson, chip: ChipWords): string {
  return (cell.content ?? []).flatMap((child) => lines(child, chip)).join(' ')
}

function inlineText(nodes: readonly NodeJson[], chip: ChipWords): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text ?? ''
      if (node.type === 'hardBreak') return '\n'
      if (node.type === 'parameter') return chip(String(node.attrs?.id ?? ''))
      return inlineText(node.content ?? [], chip)
    })
    .join('')
}
