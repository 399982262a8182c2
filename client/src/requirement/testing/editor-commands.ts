import { CellSelection } from '@tiptap/pm/tables'
import type { Editor } from '@tiptap/react'

/** The position so many characters into the first words that read like this. */
function place(editor: Editor, words: string, offset = 0): number {
  let found: number | null = null
  editor.state.doc.descendants((node, position) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (at >= 0) found ??= position + at + offset
    return found === null
  })
  if (found === null) throw new Error(`expected “${words}” in ${editor.state.doc}`)
  return found
}

const caret = (editor: Editor, words: string, offset = 0) =>
  editor
    .chain()
    .focus()
    .setTextSelection(place(editor, words, offset))

/** The chain of commands with the caret in the empty line. */
function inEmptyLine(editor: Editor) {
  let found: number | null = null
  editor.state.doc.descendants((node, position) => {
    if (node.type.name === 'paragraph' && node.childCount === 0) found ??= position + 1
    return found === null
  })
  if (found === null) throw new Error(`expected an empty line in ${editor.state.doc}`)
  return editor.chain().focus().setTextSelection(found)
}

const select = (editor: Editor, from: number, to: number) =>
  editor.chain().focus().setTextSelection({ from, to })

/** Presses a key with the caret so many characters into some words. */
const press =
  (key: string, words: string, offset = 0) =>
  (editor: Editor) =>
    caret(editor, words, offset).run() && editor.commands.keyboardShortcut(key)

/** The chain of commands with the caret in a cell. */
const inTable = (editor: Editor, words: string) => caret(editor, words, 1)

/** The cell that holds some words. */
function cellOf(editor: Editor, words: string): number {
  const $place = editor.state.doc.resolve(place(editor, words))
  for (let depth = $place.depth; depth > 0; depth--)
    if ($place.node(depth).type.spec.tableRole === 'cell') return $place.before(depth)
  throw new Error(`expected a cell around “${words}”`)
}

function mergeCells(editor: Editor, one: string, other: string): boolean {
  const { view, state } = editor
  view.focus()
  view.dispatch(
    state.tr.setSelection(CellSelection.create(state.doc, cellOf(editor, one), cellOf(editor, other))),
  )
  return editor.commands.mergeCells()
}

/**
 * Every editing command, done as a person does it at the real editor, on two paragraphs “Alpha beta” and “Gamma”, an empty one, a list
 * of “one” and “two” and a table of North, South / East, West. Each answers whether it could be done.
 */
export const editorCommands: Readonly<Record<string, (editor: Editor) => boolean>> = {
  split: press('Enter', 'Alpha', 6),
  join: press('Backspace', 'Gamma'),
  'begin in an empty line': (editor) => inEmptyLine(editor).insertContent('begun').run(),
  'delete a block': (editor) => caret(editor, 'Alpha').deleteNode('paragraph').run(),
  'delete another block': (editor) => caret(editor, 'Gamma').deleteNode('paragraph').run(),
  'delete all': (editor) => editor.chain().focus().selectAll().deleteSelection().run(),
  wrap: (editor) =>
    select(editor, place(editor, 'Alpha'), place(editor, 'Gamma', 2))
      .toggleBlockquote()
      .run(),
  'wrap in a list': (editor) => caret(editor, 'Alpha', 2).toggleBulletList().run(),
  'number the list': (editor) => caret(editor, 'one', 1).toggleOrderedList().run(),
  heading: (editor) => caret(editor, 'Alpha', 2).toggleHeading({ level: 2 }).run(),
  'split an item': press('Enter', 'one', 2),
  'join items': press('Backspace', 'two'),
  'delete an item': (editor) => caret(editor, 'one', 1).deleteNode('listItem').run(),
  'delete the other item': (editor) => caret(editor, 'two', 1).deleteNode('listItem').run(),
  'sink an item': press('Tab', 'two', 1),
  'lift an item': press('Shift-Tab', 'one', 1),
  'lift the list': (editor) =>
    select(editor, place(editor, 'one'), place(editor, 'two', 3))
      .toggleBulletList()
      .run(),
  'add a row': (editor) => inTable(editor, 'North').addRowAfter().run(),
  'add a row by Tab': press('Tab', 'West', 1),
  'delete a row': (editor) => inTable(editor, 'North').deleteRow().run(),
  'delete the other row': (editor) => inTable(editor, 'East').deleteRow().run(),
  'add a column': (editor) => inTable(editor, 'North').addColumnAfter().run(),
  'delete a column': (editor) => inTable(editor, 'North').deleteColumn().run(),
  'merge cells': (editor) => mergeCells(editor, 'North', 'South'),
  'merge cells down': (editor) => mergeCells(editor, 'North', 'East'),
  'delete the table': (editor) => inTable(editor, 'North').deleteTable().run(),
  'insert a table': (editor) => caret(editor, 'Alpha', 6).insertTable({ rows: 2, cols: 2 }).run(),
  'insert a chip': (editor) =>
    caret(editor, 'Alpha', 6)
      .insertContent({ type: 'parameter', attrs: { id: 'V1StGXR8_Z5jdHi6B-myT' } })
      .run(),
  bold: (editor) =>
    select(editor, place(editor, 'beta'), place(editor, 'beta', 4))
      .toggleBold()
      .run(),
  paste: (editor) =>
    caret(editor, 'Alpha', 6).run() &&
    editor.view.pasteHTML('<p>pasted</p><p>more</p><ul><li><p>x</p></li></ul>'),
  type: (editor) => caret(editor, 'Alpha', 6).insertContent('dear ').run(),
  'type and undo': (editor) => caret(editor, 'Gamma', 5).insertContent('!').run() && editor.commands.undo(),
}
