import {
  blockquote,
  headerRow,
  heading,
  paragraph,
  table,
  tableCell,
  tableHeader,
  tableRow,
} from '@parley/document'
import type { NodeJson } from '@parley/model'
import { joined, words } from '../content/nodes.ts'
import { inlineNodes, type MarkupPlaces } from './inline.ts'
import { isItem, readLists } from './lists.ts'

/** Catalogues nest three deep; documents must not nest without bound. */
const deepest = 8

/**
 * OSCAL markup-multiline as blocks: paragraphs, headings, lists, tables, quotes and fenced code. Line breaks within a
 * paragraph are kept: catalogues use them to set items apart.
 */
export function blockNodes(source: string, places: MarkupPlaces, depth = 0): NodeJson[] {
  const blocks: NodeJson[] = []
  const lines = source.replace(/\r\n?/g, '\n').split('\n')
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (line.trim() === '') {
      at += 1
      continue
    }
    const end = blockEnd(lines, at)
    blocks.push(...readBlock(lines.slice(at, end), places, depth))
    at = end
  }
  return blocks
}

type BlockKind = 'fence' | 'heading' | 'table' | 'quote' | 'list' | 'paragraph'

function kindOf(lines: readonly string[], at: number): BlockKind {
  const line = lines[at] ?? ''
  if (/^\s{0,3}```/.test(line)) return 'fence'
  if (/^\s{0,3}#{1,6}\s+\S/.test(line)) return 'heading'
  if (/^\s*\|.*\|\s*$/.test(line)) return 'table'
  if (/^\s{0,3}>/.test(line)) return 'quote'
  return isItem(line) ? 'list' : 'paragraph'
}

function blockEnd(lines: readonly string[], start: number): number {
  const kind = kindOf(lines, start)
  if (kind === 'heading') return start + 1
  let at = start + 1
  if (kind === 'fence') {
    while (at < lines.length && !/^\s{0,3}```/.test(lines[at] ?? '')) at += 1
    return Math.min(at + 1, lines.length)
  }
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const goesOn = kind === 'list' ? /^\s+\S/.test(line) || isItem(line) : kindOf(lines, at) === kind
    if (line.trim() === '' || !goesOn) return at
  }
  return at
}

function readBlock(lines: readonly string[], places: MarkupPlaces, depth: number): NodeJson[] {
  const first = lines[0] ?? ''
  switch (kindOf(lines, 0)) {
    case 'fence': {
      const body = lines.slice(1, /^\s{0,3}```/.test(lines.at(-1) ?? '') ? -1 : undefined)
      return [paragraph(...joined(body.map((line) => words(line, [{ type: 'code' }]))))]
    }
    case 'heading': {
      const inline = inlineNodes(
        first
          .trim()
          .replace(/^#+\s+/, '')
          .replace(/ #+$/, ''),
        places,
      )
      return [heading(3, ...inline)]
    }
    case 'table':
      return [readTable(lines, places)]
    case 'quote': {
      const inner = lines.map((line) => line.replace(/^\s{0,3}>\s?/, '')).join('\n')
      return depth < deepest
        ? [blockquote(...blockNodes(inner, places, depth + 1))]
        : [paragraph(...inlineNodes(inner, places))]
    }
    case 'list':
      return readLists(lines, (line) => inlineNodes(line, places))
    case 'paragraph':
      return [paragraph(...joined(lines.map((line) => inlineNodes(line.trim(), places))))]
  }
}

function readTable(lines: readonly string[], places: MarkupPlaces): NodeJson {
  const rows = lines
    .filter((line) => !(/^[\s:|-]+$/.test(line) && line.includes('-')))
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/),
    )
  if (rows.length === 0) return paragraph(...joined(lines.map((line) => words(line))))
  const width = Math.max(...rows.map((row) => row.length))
  const cells = (row: readonly string[]) =>
    Array.from({ length: width }, (_, column) =>
      paragraph(...inlineNodes((row[column] ?? '').trim(), places)),
    )
  return table(
    ...rows.map((row, index) =>
      index === 0
        ? headerRow(...cells(row).map((cell) => tableHeader(cell)))
        : tableRow(...cells(row).map((cell) => tableCell(cell))),
    ),
  )
}
