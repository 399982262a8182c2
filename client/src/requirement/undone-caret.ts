import { Plugin } from '@tiptap/pm/state'
import { Extension } from '@tiptap/react'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

/**
 * After an undo, y-tiptap keeps the caret of the undone edit and gives it to the next change, whoever makes it. By then
 * the text may be shorter: y-tiptap fails at a place beyond the end, the editor shows the change not at all, and the next
 * key would take it out of the document for everybody. The caret is forgotten; it stays where it is.
 */
export const forgetUndoneCaret = (undo: Y.UndoManager) =>
  Extension.create({
    name: 'forgetUndoneCaret',
    addProseMirrorPlugins: () => [
      new Plugin({
        view: (view) => {
          const { binding } = ySyncPluginKey.getState(view.state)
          const forget = () => Object.assign(binding, { beforeTransactionSelection: null })
          undo.on('stack-item-popped', forget)
          return { destroy: () => undo.off('stack-item-popped', forget) }
        },
      }),
    ],
  })
