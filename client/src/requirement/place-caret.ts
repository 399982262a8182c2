import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import type { Caret } from '../document/selection.ts'

/** Gives an editor the focus with its caret where the click was. */
export function placeCaret(editor: Editor, caret: Caret | null): void {
  const { view, state } = editor
  const at = (point: { readonly x: number; readonly y: number }) =>
    view.posAtCoords({ left: point.x, top: point.y })?.pos
  const ends = caretEnds(caret, at, state.doc.content.size)
  const selection = TextSelection.between(state.doc.resolve(ends.from), state.doc.resolve(ends.to))
  view.dispatch(state.tr.setSelection(selection))
  view.focus()
}

function caretEnds(
  caret: Caret | null,
  at: (point: { readonly x: number; readonly y: number }) => number | undefined,
  size: number,
): { readonly from: number; readonly to: number } {
  switch (caret?.at) {
    case 'point': {
      const pos = at(caret) ?? size
      return { from: pos, to: pos }
    }
    case 'stretch': {
      const from = at(caret.from) ?? 0
      return { from, to: at(caret.to) ?? from }
    }
    case 'start':
      return { from: 0, to: 0 }
    case 'end':
    case undefined:
      return { from: size, to: size }
    default:
      return caret satisfies never
  }
}
