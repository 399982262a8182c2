import type { NodeJson } from '@parley/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  bulletList,
  canonicalContent,
  chip,
  contentProblem,
  extensions,
  hardBreak,
  listItem,
  paragraph,
  readContent,
  schema,
  seedUpdate,
  table,
  tableCell,
  tableRow,
  textContent,
} from '../index.ts'
import { openView } from '../testing/headless-view.ts'

/** What one edit at an editor leaves in the editor and in Yjs. */
function edit(
  blocks: NodeJson[],
  from: number,
  to: number,
  change: (tr: Transaction, state: EditorState) => Transaction,
) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate(textContent('T', blocks), 1))
  const view = openView(doc, extensions)
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)))
  view.dispatch(change(view.state.tr, view.state))
  const shown = canonicalContent(view.state.doc.toJSON())
  const { selection, storedMarks } = view.state
  view.destroy()
  expect(contentProblem(shown)).toBeNull()
  expect(canonicalContent(readContent(doc))).toEqual(shown)
  return {
    blocks: shown.content?.slice(1),
    parent: selection.$from.parent.type.name,
    typedNext: storedMarks?.map((mark) => mark.type.name),
  }
}

const erase = (tr: Transaction) => tr.deleteSelection()

test('S6 an item that a person empties keeps a paragraph with the caret', () => {
  expect(edit([bulletList(listItem('a', 'b'))], 6, 10, erase)).toMatchObject({
    blocks: [bulletList('')],
    parent: 'paragraph',
  })
})

test('S6 a cell that a person empties keeps a paragraph with the caret', () => {
  expect(edit([table(tableRow(tableCell('a', 'b')))], 7, 11, erase)).toMatchObject({
    blocks: [table(tableRow(''))],
    parent: 'paragraph',
  })
})

test('S7 words formatted together with chips and breaks leave those plain', () => {
  const bold = schema.mark('bold')
  const { blocks } = edit([paragraph('ab', chip('p1'), hardBreak, 'cd')], 4, 10, (tr, { selection }) =>
    tr.addMark(selection.from, selection.to, bold),
  )
  expect(blocks?.[0]?.content?.map((node) => node.marks?.length ?? 0)).toEqual([1, 0, 0, 1])
})

test('S7 the format of what is typed next survives', () => {
  const bold = schema.mark('bold')
  const { typedNext } = edit([paragraph('ab', chip('p1'))], 7, 7, (tr) =>
    tr.addMark(6, 7, bold).addStoredMark(schema.mark('italic')),
  )
  expect(typedNext).toEqual(['bold', 'italic'])
})
