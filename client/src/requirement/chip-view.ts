import { chipParts } from '@parley/document'
import type { NodeViewRenderer } from '@tiptap/react'
import type { Chips } from './use-chips.ts'

/** Draws a chip in the live editor as contentHtml draws it in static text. */
export const chipView =
  (chips: () => Chips): NodeViewRenderer =>
  ({ node }) => {
    const dom = document.createElement('span')
    draw(dom, String(node.attrs.id), chips())
    return { dom, ignoreMutation: () => true }
  }

/** Draws all chips below an element anew, after a parameter has changed. */
export function redrawChips(root: HTMLElement, chips: Chips): void {
  for (const dom of root.querySelectorAll<HTMLElement>('[data-parameter]')) {
    draw(dom, dom.dataset.parameter ?? '', chips)
  }
}

function draw(dom: HTMLElement, id: string, chips: Chips): void {
  const { attributes, text } = chipParts(id, chips(id) ?? { label: id, value: null, title: '' })
  const isSelected = dom.classList.contains('ProseMirror-selectednode')
  for (const [name, value] of Object.entries(attributes)) dom.setAttribute(name, value)
  if (!('title' in attributes)) dom.removeAttribute('title')
  dom.classList.toggle('ProseMirror-selectednode', isSelected)
  if (dom.textContent !== text) dom.textContent = text
}
