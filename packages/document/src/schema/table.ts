import {
  createTable,
  TableCell as TiptapCell,
  TableHeader as TiptapHeader,
  TableRow as TiptapRow,
  Table as TiptapTable,
} from '@tiptap/extension-table'
import { TextSelection } from '@tiptap/pm/state'
import { guardedTableEditing } from './table-editing.ts'

/** How the words of a cell may be aligned; `null` for the default. */
export const alignments = ['left', 'center', 'right'] as const

/**
 * Tables without column widths: those would be arrays, which y-tiptap rewrites at every edit, and they would make the
 * markup depend on state that node views keep. The content is looser than Tiptap's, see `extensions`.
 */
export const Table = TiptapTable.extend({
  content: 'tableRow*',
  renderHTML: () => ['div', { class: 'tableWrapper' }, ['table', {}, ['tbody', 0]]],
  addProseMirrorPlugins: () => [guardedTableEditing()],
  addNodeView: () => null,
  addCommands() {
    return {
      ...this.parent?.(),
      // As Tiptap's, but with paragraphs in the cells: ours may be empty, and the caret would find no place in them.
      insertTable:
        ({ rows = 3, cols = 3, withHeaderRow = true } = {}) =>
        ({ tr, dispatch, editor }) => {
          const paragraph = editor.schema.node('paragraph')
          if (!dispatch) return true
          const { $from } = tr.selection
          const table = createTable(editor.schema, rows, cols, withHeaderRow, paragraph)
          // A title cannot be parted by a table: it goes beneath.
          const beneath = $from.parent.type.name === 'title' ? $from.after() : null
          if (beneath === null) tr.replaceSelectionWith(table)
          else tr.insert(beneath, table)
          const inside = (beneath ?? $from.pos) + 1
          tr.setSelection(TextSelection.near(tr.doc.resolve(inside))).scrollIntoView()
          return true
        },
    }
  },
  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      // Two steps, not one chain: between them `Fill` makes the new row's cells ready for the caret.
      Tab: () => {
        const next = () => this.editor.commands.goToNextCell()
        return next() || (this.editor.commands.addRowAfter() && next())
      },
    }
  },
}).configure({ resizable: false, allowTableNodeSelection: true })

export const TableRow = TiptapRow

export const TableCell = TiptapCell.extend({
  content: 'block*',
  addAttributes() {
    const { colwidth: _, ...attributes } = this.parent?.() ?? {}
    return attributes
  },
})

export const TableHeader = TiptapHeader.extend({
  content: 'block*',
  addAttributes() {
    const { colwidth: _, ...attributes } = this.parent?.() ?? {}
    return attributes
  },
})
