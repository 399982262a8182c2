import { schema } from '@parley/document'
import { Plugin } from '@tiptap/pm/state'
import { Extension } from '@tiptap/react'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/**
 * Gives each empty line that is made at this editor a text to type into. y-tiptap makes one with the first letter: two
 * people who begin in the same line at once would each make one, and y-tiptap doubles letters when it joins them.
 */
export const emptyLines = (doc: Y.Doc) =>
  Extension.create({
    name: 'emptyLines',
    addProseMirrorPlugins: () => [
      new Plugin({
        view: () => {
          const fill = (transaction: Y.Transaction) => {
            if (transaction.origin !== ySyncPluginKey) return
            const lines = newEmptyLines(transaction)
            if (lines.length === 0) return
            doc.transact(() => {
              for (const line of lines) line.insert(0, [new Y.XmlText()])
            }, ySyncPluginKey)
          }
          doc.on('afterTransaction', fill)
          return { destroy: () => doc.off('afterTransaction', fill) }
        },
      }),
    ],
  })

function newEmptyLines({ doc, beforeState, afterState }: Y.Transaction): readonly Y.XmlElement[] {
  const start = beforeState.get(doc.clientID) ?? 0
  if (start === (afterState.get(doc.clientID) ?? 0)) return []
  const structs = doc.store.clients.get(doc.clientID) ?? []
  return structs.slice(Y.findIndexSS(structs, start)).flatMap((struct) => {
    const line =
      struct instanceof Y.Item &&
      !struct.deleted &&
      struct.content instanceof Y.ContentType &&
      struct.content.type
    return line instanceof Y.XmlElement && line.length === 0 && schema.nodes[line.nodeName]?.isTextblock
      ? [line]
      : []
  })
}
