import { anchorAt, quoteAt, readContent } from '@parley/document'
import type { TextId } from '@parley/model'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type CardId, useSelection } from '../document/selection.ts'
import { useDocumentStore } from '../document/use-document.ts'
import type { LiveText } from '../session/room-connection.ts'
import { useChosenWordsStore } from '../thread/chosen-words.ts'
import { useThreadWords } from '../thread/use-thread-words.ts'
import { redrawChips } from './chip-view.ts'
import { liveExtensions } from './live-extensions.ts'
import { placeCaret } from './place-caret.ts'
import { chipWords } from './use-chips.ts'
import './text.css'
import { TextToolbar } from './text-toolbar.tsx'
import { showThreadWords } from './thread-words-plugin.ts'
import type { Chips } from './use-chips.ts'
import { writeWords } from './write-words.ts'

interface TextEditorProps {
  readonly card: CardId
  readonly text: TextId
  readonly live: LiveText
  readonly chips: Chips
  readonly headingOffset: number
  readonly isWriting: boolean
  readonly isEditable: boolean
  /** Told of the editor while it is there. */
  readonly onEditor: (editor: Editor | null) => void
}

/** The one Tiptap editor of a card, on the text's own Y.Doc, in the very place of the static text. */
export const TextEditor = memo(function TextEditor(props: TextEditorProps) {
  const { card, text, live, chips, headingOffset, isWriting, isEditable, onEditor } = props
  const { t } = useTranslation('requirement')
  const selection = useSelection()
  const store = useDocumentStore()
  const chosen = useChosenWordsStore()
  const words = useThreadWords(card, text)
  const chipsNow = useRef(chips)
  chipsNow.current = chips
  const untitled = t('titlePlaceholder')
  const editor = useEditor(
    {
      extensions: liveExtensions({
        live,
        headingOffset,
        chips: () => chipsNow.current,
        titlePlaceholder: untitled,
      }),
      editable: isEditable,
      enableContentCheck: false,
      editorProps: {
        handleKeyDown: (view, event) => {
          if (event.key !== 'Escape' || event.isComposing) return false
          const handle = view.dom.closest('article')?.querySelector<HTMLElement>('[data-handle]')
          selection.stopEditing()
          handle?.focus()
          return true
        },
        attributes: { class: 'text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('text') },
      },
      onSelectionUpdate: ({ editor: own }) => {
        const { from, to, empty } = own.state.selection
        if (empty) return chosen.set(null)
        const ends = anchorAt(live.doc, from, to)
        const quote = quoteAt(
          readContent(live.doc),
          from,
          to,
          chipWords(() => chipsNow.current),
        )
        chosen.set(ends === null || quote === '' ? null : { card, text, anchor: { ...ends, quote } })
      },
    },
    [live],
  )

  useEffect(() => {
    onEditor(editor)
    return () => onEditor(null)
  }, [editor, onEditor])
  useEffect(() => {
    if (editor.isEditable !== isEditable) editor.setEditable(isEditable, false)
  }, [editor, isEditable])
  useEffect(() => {
    if (!isWriting) return
    const caret = selection.takeCaret()
    if (!editor.isEditable) {
      // Words can be chosen for a comment also where they can't be changed.
      placeCaret(editor, caret)
      return selection.typed.callOff()
    }
    selection.typed.take((words) => {
      if (editor.isDestroyed) return
      placeCaret(editor, caret)
      writeWords(editor, words)
    })
  }, [editor, isWriting, selection])
  useEffect(() => redrawChips(editor.view.dom, chips), [editor, chips])
  useEffect(() => showThreadWords(editor, words), [editor, words])
  useEffect(() => {
    if (!isWriting) return
    return () => chosen.set(null)
  }, [chosen, isWriting])
  // The static text that follows must show the last letter, also before the server has told everybody.
  useEffect(() => () => store.keepContent(text, readContent(live.doc)), [store, text, live])

  return (
    <>
      <EditorContent editor={editor} />
      {isEditable && <TextToolbar editor={editor} card={card} />}
    </>
  )
})
