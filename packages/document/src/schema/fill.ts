import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, Selection, type Transaction } from '@tiptap/pm/state'
import { isLocal } from './table-editing.ts'

/** Nodes that the schema lets be empty, so that merging never makes them invalid, but in which one could not type. */
export const filled: ReadonlySet<string> = new Set(['listItem', 'blockquote', 'tableCell', 'tableHeader'])

/**
 * Gives an empty list item, quotation or cell a paragraph when the person at this editor made it. What merging emptied is
 * the server's to fill.
 */
export const Fill = Extension.create({
  name: 'fill',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('fill'),
      appendTransaction: (transactions, oldState, newState) =>
        isLocal(transactions) && transactions.some((each) => each.docChanged)
          ? fill(oldState, newState)
          : null,
    }),
  ],
})

function fill(oldState: EditorState, newState: EditorState): Transaction | null {
  const known = emptyContainers(oldState.doc)
  const empty = emptyContainers(newState.doc).filter(({ node }) => !known.some((old) => old.node === node))
  const paragraph = newState.schema.nodes.paragraph
  if (empty.length === 0 || !paragraph) return null
  const tr = newState.tr
  const caret = newState.selection.empty ? newState.selection.from : null
  for (const { position } of empty) tr.insert(tr.mapping.map(position + 1), paragraph.create())
  const own = empty.find(({ position }) => position + 1 === caret)
  if (own) tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(own.position + 1, -1) + 1)))
  return tr.setStoredMarks(newState.storedMarks)
}

function emptyContainers(doc: Node) {
  const found: { readonly node: Node; readonly position: number }[] = []
  doc.descendants((node, position) => {
    if (filled.has(node.type.name) && node.childCount === 0) found.push({ node, position })
    return !node.isTextblock
  })
  return found
}
