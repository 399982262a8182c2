import type { MarkJson, NodeJson, TextContent } from '@parley/model'

/** What builders of blocks take: words, chips and breaks; plain strings are words. */
export type Inline = string | NodeJson

const node = (type: string, content: readonly NodeJson[], attrs?: Record<string, unknown>): NodeJson => ({
  type,
  ...(attrs ? { attrs } : {}),
  ...(content.length > 0 ? { content } : {}),
})

const inline = (items: readonly Inline[]): NodeJson[] =>
  items.flatMap((item) =>
    typeof item !== 'string' ? [item] : item === '' ? [] : [{ type: 'text', text: item }],
  )

const inlineTypes: ReadonlySet<string> = new Set(['text', 'parameter', 'hardBreak'])

const blocks = (items: readonly Inline[]): NodeJson[] =>
  items.map((item) => (typeof item === 'string' || inlineTypes.has(item.type) ? paragraph(item) : item))

/** The content of a text: its title, then its blocks. */
export const textContent = (title: string, content: readonly NodeJson[] = []): TextContent => ({
  type: 'doc',
  content: [node('title', inline([title])), ...content],
})

/** A paragraph of words, chips and breaks. */
export const paragraph = (...items: Inline[]): NodeJson => node('paragraph', inline(items))

/** A heading inside the text, one to three levels below its title. */
export const heading = (level: 1 | 2 | 3, ...items: Inline[]): NodeJson =>
  node('heading', inline(items), { level })

/** An item of a list; strings become paragraphs. */
export const listItem = (...items: Inline[]): NodeJson => node('listItem', blocks(items))

const asItem = (item: Inline) =>
  typeof item !== 'string' && item.type === 'listItem' ? item : listItem(item)

/** A list with bullets; strings and blocks become items. */
export const bulletList = (...items: Inline[]): NodeJson => node('bulletList', items.map(asItem))

/** A numbered list; strings and blocks become items. */
export const orderedList = (...items: Inline[]): NodeJson => node('orderedList', items.map(asItem))

/** A quotation; strings become paragraphs. */
export const blockquote = (...items: Inline[]): NodeJson => node('blockquote', blocks(items))

/** A cell; strings become paragraphs. */
export const tableCell = (...items: Inline[]): NodeJson =>
  node('tableCell', blocks(items.length ? items : ['']))

/** A cell of a heading row or column; strings become paragraphs. */
export const tableHeader = (...items: Inline[]): NodeJson =>
  node('tableHeader', blocks(items.length ? items : ['']))

const isCell = (item: Inline): item is NodeJson =>
  typeof item !== 'string' && (item.type === 'tableCell' || item.type === 'tableHeader')

/** A row; what is not a cell becomes one. */
export const tableRow = (...items: Inline[]): NodeJson =>
  node(
    'tableRow',
    items.map((item) => (isCell(item) ? item : tableCell(item))),
  )

/** A row of heading cells. */
export const headerRow = (...items: Inline[]): NodeJson =>
  node(
    'tableRow',
    items.map((item) => (isCell(item) ? item : tableHeader(item))),
  )

/** A table of rows. */
export const table = (...rows: NodeJson[]): NodeJson => node('table', rows)

/** A line break inside a block. */
export const hardBreak: NodeJson = { type: 'hardBreak' }

/** The chip of a parameter. */
export const chip = (id: string): NodeJson => ({ type: 'parameter', attrs: { id } })

const marked =
  (mark: MarkJson) =>
  (item: Inline): NodeJson =>
    typeof item === 'string'
      ? { type: 'text', text: item, marks: [mark] }
      : { ...item, marks: [...(item.marks ?? []), mark] }

/** Bold words; marks nest: `bold(italic('both'))`. */
export const bold = marked({ type: 'bold' })
export const italic = marked({ type: 'italic' })
export const code = marked({ type: 'code' })

/** Words that link to an http, https or mailto address. */
export const link = (href: string, item: Inline): NodeJson => marked({ type: 'link', attrs: { href } })(item)
