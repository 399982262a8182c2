import type { NodeJson, TextContent } from '@parley/model'
import { joinWords } from '../canonical/canonical-content.ts'
import { filled } from '../schema/fill.ts'
import { repairTable } from './repair-table.ts'
import { unsafeProblem } from './unsafe.ts'

/**
 * The same content with its structure put right: deterministic, without a change where nothing is wrong, and without a
 * word lost. Throws on content with something unsafe in it, which is refused, never repaired.
 */
export function repairContent(content: TextContent): TextContent {
  const unsafe = unsafeProblem(content)
  if (unsafe) throw new Error(`repair: expected safe content, got ${unsafe.code} ${unsafe.name}`)
  const children = content.content ?? []
  const title = children.find((child) => child.type === 'title')
  const rest = children.filter((child) => child !== title)
  const repaired: TextContent = { ...content, content: [titleFrom(title), ...blocksFrom(rest)] }
  if (!unsafeProblem(repaired)) return repaired
  // Wrapping loose things made it deeper or larger than a text may be: then it keeps its words, not its shape.
  return { ...content, content: [titleFrom(title), ...rest.flatMap(flatFrom)] }
}

function flatFrom(node: NodeJson): NodeJson[] {
  const children = node.content ?? []
  if (!isInline(node) && !children.some(isInline)) return children.flatMap(flatFrom)
  const inline = inlineFrom([node])
  return inline.length > 0 ? [paragraph(inline)] : []
}

const isInline = (node: NodeJson) => ['text', 'hardBreak', 'parameter'].includes(node.type)
const isCell = (node: NodeJson) => node.type === 'tableCell' || node.type === 'tableHeader'
const paragraph = (content: readonly NodeJson[] = []) => withChildren({ type: 'paragraph' }, content)

function withChildren(node: NodeJson, content: readonly NodeJson[]): NodeJson {
  const { content: _, ...rest } = node
  return content.length > 0 ? { ...rest, content } : rest
}

function titleFrom(title: NodeJson | undefined): NodeJson {
  if (!title) return { type: 'title' }
  const words = inlineFrom(title.content ?? []).map((each) => each.text ?? ' ')
  const text = words.join('')
  return withChildren(title, text === '' ? [] : [{ type: 'text', text }])
}

/** What may stand in a block of words: words, breaks and chips, taken out of whatever they were put into. */
function inlineFrom(nodes: readonly NodeJson[]): NodeJson[] {
  return joinWords(
    nodes.flatMap((node) => (isInline(node) ? [cleanMarks(node)] : inlineFrom(node.content ?? []))),
  )
}

function cleanMarks(node: NodeJson): NodeJson {
  const { marks, ...rest } = node
  if (!marks || node.type !== 'text') return rest
  return {
    ...rest,
    marks: marks.filter((mark, index) => marks.findIndex((other) => other.type === mark.type) === index),
  }
}

/** Blocks out of anything: loose words get a paragraph, loose items a list, loose rows and cells a table. */
function blocksFrom(nodes: readonly NodeJson[]): NodeJson[] {
  return runs(nodes).flatMap((run): NodeJson[] => {
    const first = run[0]
    if (!first) return []
    if (isInline(first)) {
      const inline = inlineFrom(run)
      return inline.length > 0 ? [paragraph(inline)] : []
    }
    if (first.type === 'listItem') return [{ type: 'bulletList', content: run.map(itemFrom) }]
    if (first.type === 'tableRow' || isCell(first)) return tableFrom({ type: 'table', content: run })
    return run.flatMap(blockFrom)
  })
}

const kindOf = (node: NodeJson) =>
  isInline(node)
    ? 'inline'
    : node.type === 'tableRow' || isCell(node)
      ? 'row'
      : node.type === 'listItem'
        ? 'item'
        : 'block'

function runs(nodes: readonly NodeJson[]): NodeJson[][] {
  const found: NodeJson[][] = []
  for (const node of nodes) {
    const last = found.at(-1)
    if (last?.[0] && kindOf(last[0]) === kindOf(node)) last.push(node)
    else found.push([node])
  }
  return found
}

function blockFrom(node: NodeJson): NodeJson[] {
  const children = node.content ?? []
  switch (node.type) {
    case 'title':
      return children.length > 0 ? [paragraph(inlineFrom(children))] : []
    case 'paragraph':
    case 'heading':
      return [withChildren(node, inlineFrom(children))]
    case 'blockquote':
      return [containerFrom(node)]
    case 'bulletList':
    case 'orderedList':
      return children.length > 0 ? [{ ...node, content: children.map(itemFrom) }] : []
    case 'table':
      return tableFrom(node)
    default:
      throw new Error(`repair: expected a block, got ${node.type}`)
  }
}

const itemFrom = (node: NodeJson): NodeJson =>
  node.type === 'listItem' ? containerFrom(node) : { type: 'listItem', content: filledBlocks([node]) }

function containerFrom(node: NodeJson): NodeJson {
  return filled.has(node.type) ? { ...node, content: filledBlocks(node.content ?? []) } : node
}

function filledBlocks(nodes: readonly NodeJson[]): readonly NodeJson[] {
  const blocks = blocksFrom(nodes)
  return blocks.length > 0 ? blocks : [paragraph()]
}

const cellFrom = (node: NodeJson): NodeJson =>
  isCell(node) ? containerFrom(node) : { type: 'tableCell', content: filledBlocks([node]) }

function tableFrom(node: NodeJson): NodeJson[] {
  const rows = (node.content ?? []).map((row) =>
    row.type === 'tableRow'
      ? withChildren(row, (row.content ?? []).map(cellFrom))
      : { type: 'tableRow', content: [cellFrom(row)] },
  )
  return repairTable({ ...node, content: rows })
}
