import { resolveAnchor } from '@parley/document'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { type Editor, Extension } from '@tiptap/react'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Doc } from 'yjs'
import type { AnchoredWords } from '../thread/anchored-words.ts'

/** The words shown, and how they are drawn. */
interface Shown {
  readonly words: readonly AnchoredWords[]
  readonly decorations: DecorationSet
}

const key = new PluginKey<Shown>('threadWords')

/** Draws the words that threads are about as decorations: never as marks in the document. */
export const threadWords = (doc: Doc) =>
  Extension.create({
    name: 'threadWords',
    addProseMirrorPlugins: () => [
      new Plugin<Shown>({
        key,
        state: {
          init: () => ({ words: [], decorations: DecorationSet.empty }),
          apply(transaction, { words, decorations }, _old, state) {
            const given: readonly AnchoredWords[] | undefined = transaction.getMeta(key)
            // reason: a change of others replaces the whole document, which no decoration survives
            const isRemote = transaction.getMeta(ySyncPluginKey)?.isChangeOrigin === true
            if (given !== undefined || isRemote) {
              const shown = given ?? words
              return { words: shown, decorations: draw(doc, state.doc, shown) }
            }
            return { words, decorations: decorations.map(transaction.mapping, transaction.doc) }
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
      }),
    ],
  })

function draw(doc: Doc, shown: EditorView['state']['doc'], words: readonly AnchoredWords[]): DecorationSet {
  const decorations = words.flatMap(({ id, className, start, end }) => {
    const range = resolveAnchor(doc, { start, end })
    if (!range || range.to > shown.content.size) return []
    return [Decoration.inline(range.from, range.to, { class: className, 'data-highlight': id })]
  })
  return DecorationSet.create(shown, decorations)
}

/** Shows these words in the editor; from then on they move with the text. */
export function showThreadWords(editor: Editor, words: readonly AnchoredWords[]): void {
  const { state, view } = editor
  view.dispatch(state.tr.setMeta(key, words).setMeta('addToHistory', false))
}
