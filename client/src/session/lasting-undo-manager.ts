import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/**
 * The editing history of a text, made as y-tiptap makes its own; y-tiptap destroys it with every editor, this one
 * outlives them until `end`.
 */
export class LastingUndoManager extends Y.UndoManager {
  constructor(fragment: Y.XmlFragment) {
    super(fragment, {
      trackedOrigins: new Set([ySyncPluginKey]),
      deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
      captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
    })
  }

  /** Called by an editor that goes: does nothing. */
  override destroy(): void {}

  end(): void {
    super.destroy()
  }
}
