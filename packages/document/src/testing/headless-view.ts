import type { Extensions } from '@tiptap/core'
import { Editor } from '@tiptap/core'
import { EditorState, type Plugin, type Transaction } from '@tiptap/pm/state'
import { ySyncPlugin } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { fragmentName } from '../schema/limits.ts'

/** An editor's state bound to a document through the real y-tiptap plugin, without a DOM. */
export interface HeadlessView {
  readonly state: EditorState
  dispatch(transaction: Transaction): void
  hasFocus(): boolean
  destroy(): void
}

/** Opens a document with these extensions' plugins, as a mounted editor would. */
export function openView(doc: Y.Doc, extensions: Extensions): HeadlessView {
  const sync = ySyncPlugin(doc.getXmlFragment(fragmentName))
  const { schema, plugins } = editorParts(extensions)
  let state = EditorState.create({ schema, plugins: [sync, ...plugins] })
  let views: { update?: (view: never, previous: EditorState) => void; destroy?: () => void }[] = []
  const view: HeadlessView = {
    get state() {
      return state
    },
    dispatch(transaction) {
      const previous = state
      state = state.applyTransaction(transaction).state
      for (const each of views) each.update?.(view as never, previous) // reason: plugins read state, dispatch and hasFocus only
    },
    hasFocus: () => false,
    destroy() {
      for (const each of views) each.destroy?.()
    },
  }
  const opened = sync.spec.view?.(view as never) // reason: as above
  views = opened ? [opened as (typeof views)[number]] : []
  return view
}

function editorParts(extensions: Extensions): { schema: EditorState['schema']; plugins: readonly Plugin[] } {
  const { extensionManager, schema } = new Editor({
    element: null,
    extensions,
    content: { type: 'doc', content: [{ type: 'title' }] },
  })
  return { schema, plugins: extensionManager.plugins }
}
