import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { isLocal } from './table-editing.ts'

/** Takes marks off chips and breaks: Yjs holds none there, so others would see the words without them. */
export const PlainLeaves = Extension.create({
  name: 'plainLeaves',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('plainLeaves'),
      appendTransaction: (transactions, _, newState) =>
        isLocal(transactions) && transactions.some((each) => each.docChanged) ? withoutMarks(newState) : null,
    }),
  ],
})

const isMarkedLeaf = (node: Node) => node.isInline && !node.isText && node.marks.length > 0

function withoutMarks(state: EditorState): Transaction | null {
  const { tr } = state
  state.doc.descendants((node, position) => {
    if (isMarkedLeaf(node)) for (const mark of node.marks) tr.removeNodeMark(position, mark)
  })
  return tr.docChanged ? tr.setStoredMarks(state.storedMarks) : null
}
