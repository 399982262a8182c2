import type { NodeJson } from '@parley/model'
import {
  blockquote,
  bulletList,
  hardBreak,
  heading,
  orderedList,
  paragraph,
  table,
  words,
} from '../content/nodes.ts'
import { inlineNodes, type MarkupPlaces } from './inline.ts'

const item = /^(\s*)(?:([-*+])|(\d{1,9})[.)])\s+(.*)$/
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
  return item.test(line) ? 'list' : 'paragraph'
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
    const goesOn = kind === 'list' ? /^\s+\S/.test(line) || item.test(line) : kindOf(lines, at) === kind
    if (line.trim() === '' || !goesOn) return at
  }
  return at
}

function readBlock(lines: readonly string[], places: MarkupPlaces, depth: number): NodeJson[] {
  const first = lines[0] ?? ''
  switch (kindOf(lines, 0)) {
    case 'fence': {
      const body = lines.slice(1, /^\s{0,3}```/.test(lines.at(-1) ?? '') ? -1 : undefined)
      return [paragraph(joined(body.map((line) => words(line, [{ type: 'code' }]))))]
    }
    case 'heading': {
      const inline = inlineNodes(
        first
          .trim()
          .replace(/^#+\s+/, '')
          .replace(/ #+$/, ''),
        places,
      )
      return [heading(3, inline)]
    }
    case 'table':
      return [readTable(lines, places)]
    case 'quote': {
      const inner = lines.map((line) => line.replace(/^\s{0,3}>\s?/, '')).join('\n')
      return depth < deepest
        ? [blockquote(blockNodes(inner, places, depth + 1))]
        : [paragraph(inlineNodes(inner, places))]
    }
    case 'list':
      return readLists(lines, places, depth)
    case 'paragraph':
      return [paragraph(joined(lines.map((line) => inlineNodes(line.trim(), places))))]
  }
}

function joined(lines: readonly (readonly NodeJson[])[]): NodeJson[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [hardBreak, ...line]))
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
  if (rows.length === 0) return paragraph(joined(lines.map((line) => words(line))))
  const width = Math.max(...rows.map((row) => row.length))
  return table(
    rows.map((row) =>
      Array.from({ length: width }, (_, column) => inlineNodes((row[column] ?? '').trim(), places)),
    ),
  )
}

interface OpenItem {
  readonly indent: number
  readonly number: number | null
  readonly lines: string[]
  readonly inner: string[]
}

function readLists(lines: readonly string[], places: MarkupPlaces, depth: number): NodeJson[] {
  const items: OpenItem[] = []
  for (const line of lines) {
    const found = item.exec(line)
    const current = items.at(-1)
    const indent = (found?.[1] ?? '').length
    if (current && (!found || (depth < deepest && indent > current.indent + 1))) {
      if (found || current.inner.length > 0) current.inner.push(line)
      else current.lines.push(line.trim())
    } else if (found) {
      const number = found[3] === undefined ? null : Number(found[3])
      items.push({ indent, number, lines: [found[4] ?? ''], inner: [] })
    }
  }
  return groupByKind(items).map((group) => {
    const contents = group.map((open) => [
      paragraph(joined(open.lines.map((line) => inlineNodes(line, places)))),
      ...readLists(open.inner, places, depth + 1),
    ])
    const start = group[0]?.number ?? null
    return start === null ? bulletList(contents) : orderedList(start, contents)
  })
}

function groupByKind(items: readonly OpenItem[]): OpenItem[][] {
  const groups: OpenItem[][] = []
  for (const open of items) {
    const group = groups.at(-1)
    const sameKind = group?.[0] && (group[0].number === null) === (open.number === null)
    if (group && sameKind) group.push(open)
    else groups.push([open])
  }
  return groups
}
