import type { Caret } from '../document/selection.ts'

/**
 * Where the caret goes after a click in a static text: at the point, or over the words that were selected within it;
 * `null` while a selection runs beyond this text, which is then for copying and must stay.
 */
export function caretAtPointer(
  text: HTMLElement | null,
  point: { readonly clientX: number; readonly clientY: number },
): Caret | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
    return { at: 'point', x: point.clientX, y: point.clientY }
  }
  const range = selection.getRangeAt(0)
  if (!text?.contains(range.commonAncestorContainer)) return null
  const rects = range.getClientRects()
  const first = rects[0]
  const last = rects[rects.length - 1]
  if (!first || !last) return { at: 'point', x: point.clientX, y: point.clientY }
  return {
    at: 'stretch',
    from: { x: first.left, y: first.top + first.height / 2 },
    to: { x: last.right, y: last.top + last.height / 2 },
  }
}

/** The same place in a text that has moved down by some pixels. */
export function movedDown(caret: Caret, pixels: number): Caret {
  const lower = (point: { readonly x: number; readonly y: number }) => ({ x: point.x, y: point.y + pixels })
  switch (caret.at) {
    case 'point':
      return { at: 'point', ...lower(caret) }
    case 'stretch':
      return { at: 'stretch', from: lower(caret.from), to: lower(caret.to) }
    case 'start':
    case 'end':
      return caret
    default:
      return caret satisfies never
  }
}
