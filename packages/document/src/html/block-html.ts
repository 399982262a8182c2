import { headingTag, titleTag } from '../schema/rendered.ts'
import { openTag } from './escape.ts'
import { inlineHtml } from './inline-html.ts'
import { nodeSize } from './node-size.ts'
import type { Rendering, RenderNode } from './rendering.ts'

type Attributes = Record<string, string>

/** The HTML of blocks; `position` is the ProseMirror position before the first of them. */
export function blocksHtml(blocks: readonly RenderNode[], position: number, rendering: Rendering): string {
  let html = ''
  let at = position
  for (const block of blocks) {
    if (block.type !== 'title' || rendering.title) html += blockHtml(block, at, rendering)
    at += nodeSize(block)
  }
  return html
}

function blockHtml(block: RenderNode, position: number, rendering: Rendering): string {
  const children = () => blocksHtml(block.content ?? [], position + 1, rendering)
  const words = () => inlineHtml(block.content ?? [], position + 1, rendering)
  const element = (tag: string, content: string, attributes: Attributes = {}) =>
    `${openTag(tag, withChange(attributes, block))}${content}</${tag}>`
  switch (block.type) {
    case 'title':
      return element(titleTag(rendering.headingOffset), words(), { class: 'title', 'data-title': '' })
    case 'paragraph':
      return element('p', words())
    case 'heading': {
      const level = Number(block.attrs?.level ?? 1)
      return element(headingTag(level, rendering.headingOffset), words(), { 'data-level': String(level) })
    }
    case 'bulletList':
      return element('ul', children())
    case 'orderedList':
      return element('ol', children(), listAttributes(block))
    case 'listItem':
      return element('li', children())
    case 'blockquote':
      return element('blockquote', children())
    case 'table':
      return `<div class="tableWrapper">${element('table', `<tbody>${children()}</tbody>`)}</div>`
    case 'tableRow':
      return element('tr', children())
    case 'tableCell':
      return element('td', children(), cellAttributes(block))
    case 'tableHeader':
      return element('th', children(), cellAttributes(block))
    default:
      return inlineHtml([block], position, rendering)
  }
}

function withChange(attributes: Attributes, { change }: RenderNode): Attributes {
  if (!change) return attributes
  const own = attributes.class === undefined ? '' : `${attributes.class} `
  return { ...attributes, class: `${own}diff-${change}` }
}

function listAttributes({ attrs }: RenderNode): Attributes {
  const start = attrs?.start ?? 1
  const type = attrs?.type ?? '1'
  return { ...(start === 1 ? {} : { start: String(start) }), ...(type === '1' ? {} : { type: String(type) }) }
}

function cellAttributes({ attrs }: RenderNode): Attributes {
  const align = attrs?.align
  return {
    colspan: String(attrs?.colspan ?? 1),
    rowspan: String(attrs?.rowspan ?? 1),
    ...(align === 'left' || align === 'center' || align === 'right' ? { style: `text-align: ${align}` } : {}),
  }
}
