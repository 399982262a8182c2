import { resolveAnchor } from '@parley/document'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Editor, Extension } from '@tiptap/react'
import type { Doc } from 'yjs'
import type { AnchoredWords } from '../thread/anchored-words.ts'

const key = new PluginKey<DecorationSet>('threadWords')

/** Draws the words that threads are about as decorations: never as marks in the document. */
export const ThreadWords = Extension.create({
  name: 'threadWords',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, before) =>
          transaction.getMeta(key) ?? before.map(transaction.mapping, transaction.doc),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
})

/** Shows these words in the editor; from then on they move with the text. */
export function showThreadWords(editor: Editor, doc: Doc, words: readonly AnchoredWords[]): void {
  const { state, view } = editor
  const decorations = words.flatMap(({ id, className, start, end }) => {
    const range = resolveAnchor(doc, { start, end })
    if (!range || range.to > state.doc.content.size) return []
    return [Decoration.inline(range.from, range.to, { class: className, 'data-highlight': id })]
  })
  view.dispatch(
    state.tr.setMeta(key, DecorationSet.create(state.doc, decorations)).setMeta('addToHistory', false),
  )
}
