import { editorExtensions, Parameter } from '@parley/document'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { Placeholder } from '@tiptap/extensions'
import type { AnyExtension } from '@tiptap/react'
import type { LiveText } from '../session/room-connection.ts'
import { caretOf, caretSelection } from './carets.ts'
import { chipView } from './chip-view.ts'
import { emptyLines } from './empty-lines.ts'
import { freshWords } from './fresh-words-plugin.ts'
import { threadWords } from './thread-words-plugin.ts'
import { forgetUndoneCaret } from './undone-caret.ts'
import type { Chips } from './use-chips.ts'

interface LiveExtensionsOptions {
  readonly live: LiveText
  readonly headingOffset: number
  readonly chips: () => Chips
  readonly titlePlaceholder: string
}

/** The schema's extensions with what makes them live: the shared document, carets, chips' values, threads' words. */
export function liveExtensions({
  live,
  headingOffset,
  chips,
  titlePlaceholder,
}: LiveExtensionsOptions): AnyExtension[] {
  const written = editorExtensions({ headingOffset }).map((extension) =>
    extension.name === Parameter.name ? Parameter.extend({ addNodeView: () => chipView(chips) }) : extension,
  )
  return [
    ...written,
    Collaboration.configure({ fragment: live.fragment, yUndoOptions: { undoManager: live.undo } }),
    forgetUndoneCaret(live.undo),
    emptyLines(live.doc),
    CollaborationCaret.configure({
      provider: { awareness: live.awareness },
      user: {},
      render: caretOf,
      selectionRender: caretSelection,
    }),
    Placeholder.configure({
      placeholder: ({ node }) => (node.type.name === 'title' ? titlePlaceholder : ''),
      showOnlyCurrent: false,
    }),
    threadWords(live.doc),
    freshWords(live),
  ]
}
