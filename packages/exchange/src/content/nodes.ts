import type { MarkJson, NodeJson, TextContent } from '@parley/model'

/** Words with marks, or nothing where there are no words (ProseMirror knows no empty text). */
export function words(text: string, marks: readonly MarkJson[] = []): NodeJson[] {
  if (text === '') return []
  return [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }]
}

/** The place of a parameter. */
export function chip(id: string): NodeJson {
  return { type: 'parameter', attrs: { id } }
}

export const hardBreak: NodeJson = { type: 'hardBreak' }

export function paragraph(inline: readonly NodeJson[]): NodeJson {
  return inline.length > 0 ? { type: 'paragraph', content: inline } : { type: 'paragraph' }
}

export function heading(level: 1 | 2 | 3, inline: readonly NodeJson[]): NodeJson {
  return { type: 'heading', attrs: { level }, content: inline }
}

/** A list of items, each of blocks that begin with a paragraph. */
export function bulletList(items: readonly (readonly NodeJson[])[]): NodeJson {
  return { type: 'bulletList', content: items.map(listItem) }
}

export function orderedList(start: number, items: readonly (readonly NodeJson[])[]): NodeJson {
  return { type: 'orderedList', attrs: { start }, content: items.map(listItem) }
}

function listItem(blocks: readonly NodeJson[]): NodeJson {
  const first = blocks[0]
  return { type: 'listItem', content: first?.type === 'paragraph' ? blocks : [paragraph([]), ...blocks] }
}

export function blockquote(blocks: readonly NodeJson[]): NodeJson {
  return { type: 'blockquote', content: blocks }
}

/** A table whose first row is its head; rows are as long as the head. */
export function table(rows: readonly (readonly (readonly NodeJson[])[])[]): NodeJson {
  return {
    type: 'table',
    content: rows.map((cells, index) => ({
      type: 'tableRow',
      content: cells.map((cell) => ({
        type: index === 0 ? 'tableHeader' : 'tableCell',
        content: [paragraph(cell)],
      })),
    })),
  }
}

/** The content of a text: a title without marks, then blocks. */
export function content(title: string, blocks: readonly NodeJson[]): TextContent {
  const head: NodeJson = title === '' ? { type: 'title' } : { type: 'title', content: words(title) }
  return { type: 'doc', content: [head, ...blocks] }
}

/** The title of a text and the blocks below it. */
export function parts(text: TextContent): { title: NodeJson | null; blocks: readonly NodeJson[] } {
  const all = text.content ?? []
  const first = all[0]
  return first?.type === 'title' ? { title: first, blocks: all.slice(1) } : { title: null, blocks: all }
}
