import type { MarkJson } from '@parley/model'
import { chipIdOf } from '../content/words.ts'
import { chipParts, linkAttributes } from '../schema/rendered.ts'
import { isSafeLink } from '../schema/safe-link.ts'
import { escapeHtml, openTag } from './escape.ts'
import { nodeSize } from './node-size.ts'
import type { Change, Highlight, Rendering, RenderNode } from './rendering.ts'

/** An element around words that is open while they are written. */
interface Wrapper {
  readonly open: string
  readonly tag: string
}

const trailingBreak = '<br class="ProseMirror-trailingBreak">'

/** The HTML of words, chips and breaks; neighbours share the elements of the marks that they have in common. */
export function inlineHtml(nodes: readonly RenderNode[], position: number, rendering: Rendering): string {
  let html = ''
  let at = position
  const stack: Wrapper[] = []
  const closeTo = (depth: number) => {
    while (stack.length > depth) html += `</${stack.pop()?.tag ?? ''}>`
  }
  for (const node of nodes) {
    const wrappers = wrappersOf(node)
    let shared = 0
    while (shared < stack.length && stack[shared]?.open === wrappers[shared]?.open) shared += 1
    closeTo(shared)
    for (const wrapper of wrappers.slice(shared)) {
      html += wrapper.open
      stack.push(wrapper)
    }
    html += node.type === 'text' ? wordsHtml(node.text ?? '', at, rendering) : leafHtml(node, at, rendering)
    at += nodeSize(node)
  }
  closeTo(0)
  return html + (needsBreak(nodes.at(-1)) ? trailingBreak : '')
}

/** As the editor's view: without it, a line that ends so would have no height. */
const needsBreak = (last: RenderNode | undefined) =>
  !last || last.type === 'hardBreak' || (last.type === 'text' && (last.text ?? '').endsWith('\n'))

const changeTags: Readonly<Record<Change, readonly [tag: string, className: string]>> = {
  added: ['ins', 'diff-added'],
  removed: ['del', 'diff-removed'],
  changed: ['span', 'diff-changed'],
  formatted: ['span', 'diff-formatted'],
}

function wrappersOf(node: RenderNode): Wrapper[] {
  const wrappers = [...(node.marks ?? [])].sort((a, b) => rank(a) - rank(b)).map(markWrapper)
  if (!node.change) return wrappers
  const [tag, className] = changeTags[node.change]
  return [{ tag, open: openTag(tag, { class: className }) }, ...wrappers]
}

const order = ['link', 'bold', 'italic', 'code']
const rank = (mark: MarkJson) => order.indexOf(mark.type)

function markWrapper(mark: MarkJson): Wrapper {
  switch (mark.type) {
    case 'bold':
      return { tag: 'strong', open: '<strong>' }
    case 'italic':
      return { tag: 'em', open: '<em>' }
    case 'code':
      return { tag: 'code', open: '<code>' }
    case 'link': {
      const href = mark.attrs?.href
      return { tag: 'a', open: openTag('a', { ...linkAttributes, href: isSafeLink(href) ? href : '' }) }
    }
    default:
      return { tag: 'span', open: '<span>' }
  }
}

const over = (from: number, to: number, { highlights }: Rendering) =>
  highlights.filter((highlight) => highlight.from < to && highlight.to > from)

function highlightAttributes(highlights: readonly Highlight[]): Record<string, string> {
  return {
    class: highlights.map(({ className }) => className).join(' '),
    'data-highlight': highlights.map(({ id }) => id).join(' '),
  }
}

/** Words, cut where a highlight starts or ends. */
function wordsHtml(words: string, at: number, rendering: Rendering): string {
  const here = over(at, at + words.length, rendering)
  if (here.length === 0) return escapeHtml(words)
  const inside = here
    .flatMap(({ from, to }) => [from, to])
    .filter((cut) => cut > at && cut < at + words.length)
  const cuts = [...new Set([at, ...inside, at + words.length])].sort((a, b) => a - b)
  return cuts
    .slice(1)
    .map((end, index) => {
      const start = cuts[index] ?? at
      const piece = escapeHtml(words.slice(start - at, end - at))
      const marks = over(start, end, rendering)
      return marks.length > 0 ? `${openTag('span', highlightAttributes(marks))}${piece}</span>` : piece
    })
    .join('')
}

function leafHtml(node: RenderNode, at: number, rendering: Rendering): string {
  const here = over(at, at + 1, rendering)
  const marked = here.length > 0 ? highlightAttributes(here) : {}
  if (node.type === 'hardBreak') return openTag('br', marked)
  if (node.type !== 'parameter') return ''
  const id = chipIdOf(node)
  const { attributes, text } = chipParts(id, rendering.chip(id) ?? { label: id, value: null, title: '' })
  const className = [attributes.class, marked.class].filter(Boolean).join(' ')
  return `${openTag('span', { ...attributes, ...marked, class: className })}${escapeHtml(text)}</span>`
}
