import { Node } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { titleTag } from './rendered.ts'
import { backspaceAfterTitle, backspaceInTitle, deleteAtTitleEnd, enterFromTitle } from './title-keys.ts'

export interface TitleOptions {
  /** How much deeper than `h1` the title is rendered. */
  readonly headingOffset: number
}

/** The title of a text: its first block, plain words only. It is isolating, so that no joining or lifting ends it. */
export const Title = Node.create<TitleOptions>({
  name: 'title',
  content: 'text*',
  marks: '',
  defining: true,
  isolating: true,
  selectable: false,
  // Above lists and paragraphs, whose keys would otherwise see the title first.
  priority: 1001,

  addOptions: () => ({ headingOffset: 2 }),

  parseHTML: () => [{ tag: '[data-title]', priority: 70 }],

  renderHTML() {
    return [titleTag(this.options.headingOffset), { class: 'title', 'data-title': '' }, 0]
  },

  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    const backspace = () => run(backspaceInTitle)() || run(backspaceAfterTitle)()
    return {
      Enter: run(enterFromTitle),
      'Shift-Enter': run(enterFromTitle),
      'Mod-Enter': run(enterFromTitle),
      Backspace: backspace,
      'Mod-Backspace': backspace,
      Delete: run(deleteAtTitleEnd),
      'Mod-Delete': run(deleteAtTitleEnd),
    }
  },
})
