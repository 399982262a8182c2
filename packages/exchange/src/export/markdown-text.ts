import type { ChipWords } from '@parley/document'
import type { MarkJson, NodeJson } from '@parley/model'

/** Words that mean themselves in CommonMark with tables, wherever in a line they stand. */
export function escaped(words: string): string {
  return words
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/!(?=\\\[)/g, '\\!')
}

/** A line whose beginning makes no heading, list, quote, rule or code of it. */
export function escapedLine(line: string): string {
  return line
    .trimStart()
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?:[#+=-])/, '\\$&')
}

/** Blocks as Markdown; a blank line between them is the caller's. */
export function markdownBlocks(blocks: readonly NodeJson[], chip: ChipWords): string[] {
  return blocks.map((block) => markdownBlock(block, chip)).filter((block) => block !== '')
}

function markdownBlock(block: NodeJson, chip: ChipWords): string {
  const inner = block.content ?? []
  switch (block.type) {
    case 'bulletList':
      return inner.map((item) => listItem(item, '- ', chip)).join('\n')
    case 'orderedList': {
      const start = typeof block.attrs?.start === 'number' ? block.attrs.start : 1
      return inner.map((item, index) => listItem(item, `${start + index}. `, chip)).join('\n')
    }
    case 'blockquote':
      return markdownBlocks(inner, chip).join('\n\n').replace(/^/gm, '> ')
    case 'table':
      return table(inner.map((row) => (row.content ?? []).map((cell) => cellMarkdown(cell, chip))))
    // The document's own outline has the headings; those inside a text are bold lines.
    case 'heading':
      return `**${lines(inlineMarkdown(inner, chip))}**`
    default:
      return lines(inlineMarkdown(inner, chip))
  }
}

function lines(inline: string): string {
  return inline
    .split('\n')
    .map((line) => escapedLine(line.trim()))
    .join('\\\n')
    .trim()
}

function listItem(item: NodeJson, marker: string, chip: ChipWords): string {
  const indent = ' '.repeat(marker.length)
  const [first = '', ...rest] = markdownBlocks(item.content ?? [], chip)
  const nested = rest.map((block) => (/^(?:- |\d+\. )/.test(block) ? `\n${block}` : `\n\n${block}`))
  return marker + `${first}${nested.join('')}`.replace(/\n(?=[^\n])/g, `\n${indent}`)
}

/** A table whose first row is its head; cells are Markdown already. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\\?\n/g, '<br>')).join(' | ')} |`
  return [row(head), row(head.map(() => '---')), ...body.map(row)].join('\n')
}

function cellMarkdown(cell: NodeJson, chip: ChipWords): string {
  return markdownBlocks(cell.content ?? [], chip).join('\n')
}

/** Inline nodes as Markdown; breaks are line feeds. */
function inlineMarkdown(nodes: readonly NodeJson[], chip: ChipWords): string {
  return nodes
    .map((node) => {
      if (node.type === 'hardBreak') return '\n'
      const words = node.type === 'parameter' ? chip(String(node.attrs?.id ?? '')) : (node.text ?? '')
      return marked(words, node.marks ?? [])
    })
    .join('')
}

/** Marks begin and end at words: with a blank inside them they would be characters. */
function marked(words: string, marks: readonly MarkJson[]): string {
  const inner = words.trim()
  if (inner === '' || marks.length === 0) return escaped(words)
  const before = words.slice(0, words.length - words.trimStart().length)
  const after = words.slice(words.trimEnd().length)
  const has = (type: string) => marks.some((mark) => mark.type === type)
  const href = marks.find((mark) => mark.type === 'link')?.attrs?.href
  let markdown = has('code') ? codeSpan(inner) : escaped(inner)
  if (has('italic')) markdown = `*${markdown}*`
  if (has('bold')) markdown = `**${markdown}**`
  if (typeof href === 'string') markdown = `[${markdown}](<${href.replace(/[<>\\\n]/g, encodeURIComponent)}>)`
  return before + markdown + after
}

function codeSpan(words: string): string {
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = words.startsWith('`') || words.endsWith('`') ? ' ' : ''
  return `${fence}${space}${words.replace(/\|/g, '\\|')}${space}${fence}`
}
