import type { ResolvedPos } from '@tiptap/pm/model'
import { type Command, TextSelection } from '@tiptap/pm/state'

const inTitle = ($position: ResolvedPos) => $position.parent.type.name === 'title'

/**
 * Enter in the title: what follows the caret becomes the first paragraph; at the title's end the caret goes to the first
 * paragraph if that is empty, else to a new one.
 */
export const enterFromTitle: Command = (state, dispatch) => {
  if (!inTitle(state.selection.$from)) return false
  if (!dispatch) return true
  const tr = state.tr.deleteSelection()
  const { $from } = tr.selection
  const paragraph = state.schema.nodes.paragraph
  if (!inTitle($from) || !paragraph) return true
  const rest = $from.parent.textBetween($from.parentOffset, $from.parent.content.size)
  const after = $from.after()
  const next = tr.doc.nodeAt(after)
  if (rest !== '' || next?.type !== paragraph || next.content.size > 0) {
    tr.insert(after, paragraph.create(null, rest === '' ? null : state.schema.text(rest)))
    tr.delete($from.pos, $from.end())
  }
  const start = tr.doc.child(0).nodeSize + 1
  dispatch(tr.setSelection(TextSelection.create(tr.doc, start)).scrollIntoView())
  return true
}

/** Backspace with the caret at the start of the title does nothing: there is nothing before a title. */
export const backspaceInTitle: Command = (state) =>
  state.selection.empty && inTitle(state.selection.$from) && state.selection.$from.parentOffset === 0

/**
 * Backspace with the caret at the start of the first block: an empty paragraph is removed, and the caret goes to the
 * title's end; words stay where they are, because a title that swallows a paragraph is never what was meant.
 */
export const backspaceAfterTitle: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const first = state.doc.childCount > 1 ? state.doc.child(1) : null
  if (!empty || !first || $from.depth !== 1 || $from.parent !== first || $from.parentOffset > 0) return false
  if (first.type.name !== 'paragraph') return false
  if (!dispatch) return true
  const titleEnd = state.doc.child(0).nodeSize - 1
  const tr = state.tr
  if (first.content.size === 0) tr.delete($from.before(), $from.after())
  dispatch(tr.setSelection(TextSelection.create(tr.doc, titleEnd)).scrollIntoView())
  return true
}

/** Delete with the caret at the title's end never pulls the first block into the title; an empty paragraph goes. */
export const deleteAtTitleEnd: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || !inTitle($from) || $from.parentOffset < $from.parent.content.size) return false
  const next = state.doc.childCount > 1 ? state.doc.child(1) : null
  if (next?.type.name === 'paragraph' && next.content.size === 0 && dispatch) {
    dispatch(state.tr.delete($from.after(), $from.after() + next.nodeSize))
  }
  return true
}
