import { Document } from '@tiptap/extension-document'
import { TableKit } from '@tiptap/extension-table'
import { type Command, TextSelection } from '@tiptap/pm/state'
import { addColumnAfter, addRowAfter, deleteColumn } from '@tiptap/pm/tables'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  contentProblem,
  extensions,
  paragraph,
  readContent,
  seedUpdate,
  table,
  tableRow,
  textContent,
} from '../index.ts'
import { type HeadlessView, openView } from '../testing/headless-view.ts'
import { tableProblems } from './table-editing.ts'

const rows = ['abc', 'def', 'ghi'].map((row) => tableRow(...row))
const seed = seedUpdate(textContent('T', [table(...rows)]), 1)
let open: HeadlessView[] = []
afterEach(() => {
  for (const view of open) view.destroy()
  open = []
})

function twoEditors(used: typeof extensions) {
  const docs = [2, 3].map((clientId) => {
    const doc = new Y.Doc()
    doc.clientID = clientId
    Y.applyUpdate(doc, seed)
    return doc
  })
  open = docs.map((doc) => openView(doc, used))
  return { docs, views: open }
}

function run(view: HeadlessView | undefined, command: Command) {
  if (!view) throw new Error('expected a view')
  // Position 7 is inside the first cell's paragraph: title (3), table, row, cell, paragraph.
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 7)))
  command(view.state, view.dispatch)
}

const write =
  (words: string): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.insertText(words))
    return true
  }

function writeBoth(views: readonly HeadlessView[], docs: readonly Y.Doc[]) {
  for (let round = 0; round < 3; round += 1) {
    run(views[0], write('x'))
    run(views[1], write('y'))
    exchange(docs)
  }
}

/** Hands each side's news to the other once; tells whether either had any. */
function exchange(docs: readonly Y.Doc[]): boolean {
  const updates = docs.map((doc, index) =>
    Y.encodeStateAsUpdate(doc, Y.encodeStateVector(docs[1 - index] ?? doc)),
  )
  const before = docs.map((doc) => JSON.stringify(readContent(doc)))
  for (const [index, doc] of docs.entries()) Y.applyUpdate(doc, updates[1 - index] ?? new Uint8Array([0, 0]))
  return docs.some((doc, index) => JSON.stringify(readContent(doc)) !== before[index])
}

function cells(doc: Y.Doc | undefined) {
  const found = doc && readContent(doc).content?.[1]
  return found?.content?.reduce((count, row) => count + (row.content?.length ?? 0), 0)
}

const ragged = (view: HeadlessView | undefined) => !!view && tableProblems(view.state.doc.child(1))

function addBoth(views: readonly HeadlessView[], docs: readonly Y.Doc[]) {
  run(views[0], addRowAfter)
  run(views[1], addColumnAfter)
  exchange(docs)
}

test('S5 a row and a column added at once: both clients come to rest on the same ragged table, nobody repairs', () => {
  const { docs, views } = twoEditors(extensions)
  addBoth(views, docs)
  expect(exchange(docs)).toBe(false)
  expect(docs.map(cells)).toEqual([15, 15])
  expect(views.map(ragged)).toEqual([true, true])
  const [first] = docs
  expect(first && contentProblem(readContent(first))).toMatchObject({
    kind: 'structure',
    code: 'ragged-table',
  })
})

test('S5 typing in the ragged table at both editors repairs nothing either', () => {
  const { docs, views } = twoEditors(extensions)
  addBoth(views, docs)
  writeBoth(views, docs)
  expect(docs.map(cells)).toEqual([15, 15])
  expect(views[0]?.state.doc.toJSON()).toEqual(views[1]?.state.doc.toJSON())
})

test('S5 the guard is what keeps the peace: with Tiptap’s own tables the two repair each other’s repairs', () => {
  const own = ['doc', 'table', 'tableRow', 'tableCell', 'tableHeader']
  const stock = [
    Document.extend({ content: 'title block*' }),
    ...extensions.filter(({ name }) => !own.includes(name)),
    TableKit.configure({ table: { resizable: false } }),
  ]
  const { docs, views } = twoEditors(stock)
  addBoth(views, docs)
  writeBoth(views, docs)
  expect(cells(docs[0])).toBeGreaterThan(16)
})

test('S5 what a person breaks at an editor is repaired there', () => {
  const { docs, views } = twoEditors(extensions)
  const [view] = views
  // Cuts from inside the first row's second cell to the end of the row.
  const row = view?.state.doc.child(1).child(0)
  const firstCell = 3 + 1 + (row?.child(0).nodeSize ?? 0)
  view?.dispatch(view.state.tr.delete(firstCell + 0, 3 + 1 + (row?.nodeSize ?? 0) - 2))
  expect(ragged(view)).toBe(false)
  expect(cells(docs[0])).toBe(9)
})

test('S5 commands on a whole table keep it whole', () => {
  const { docs, views } = twoEditors(extensions)
  run(views[0], addColumnAfter)
  run(views[0], addRowAfter)
  run(views[0], deleteColumn)
  expect(docs[0] && contentProblem(readContent(docs[0]))).toBeNull()
})

test('S6 cells that a person adds can be typed in', () => {
  const { docs, views } = twoEditors(extensions)
  run(views[0], addRowAfter)
  const added = docs[0] && readContent(docs[0]).content?.[1]?.content?.[1]
  expect(added?.content?.map((cell) => cell.content)).toEqual([[paragraph()], [paragraph()], [paragraph()]])
})
