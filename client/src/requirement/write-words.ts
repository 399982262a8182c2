import type { Editor } from '@tiptap/react'

/** Writes words where the caret is as if they were typed now. */
export function writeWords({ view }: Editor, words: string): void {
  for (const [index, line] of words.split('\n').entries()) {
    // reason: the key and no command, since in a title it only moves the caret on
    const enter = new KeyboardEvent('keydown', { key: 'Enter' })
    if (index > 0) view.someProp('handleKeyDown', (handle) => handle(view, enter))
    if (line !== '') view.dispatch(view.state.tr.insertText(line))
  }
}
