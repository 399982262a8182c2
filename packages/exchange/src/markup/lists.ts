import { bulletList, listItem, orderedList, paragraph } from '@parley/document'
import type { NodeJson } from '@parley/model'
import { joined } from '../content/nodes.ts'

const item = /^(\s*)(?:([-*+•–])|(\d{1,6})[.)])\s+(\S.*)$/

/** Sources nest three deep; documents must not nest without bound. */
const deepest = 8

/** Whether a line begins an item of a list. */
export const isItem = (line: string) => item.test(line)

interface OpenItem {
  readonly indent: number
  readonly number: number | null
  readonly lines: string[]
  readonly inner: string[]
}

/** Lists from lines that begin with bullets or numbers; deeper indented ones nest, others go on with the item. */
export function readLists(
  lines: readonly string[],
  inline: (line: string) => readonly NodeJson[],
  depth = 0,
): NodeJson[] {
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
    const contents = group.map((open) =>
      listItem(paragraph(...joined(open.lines.map(inline))), ...readLists(open.inner, inline, depth + 1)),
    )
    const start = group[0]?.number ?? null
    return start === null ? bulletList(...contents) : { ...orderedList(...contents), attrs: { start } }
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
