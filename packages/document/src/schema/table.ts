import {
  TableCell as TiptapCell,
  TableHeader as TiptapHeader,
  TableRow as TiptapRow,
  Table as TiptapTable,
} from '@tiptap/extension-table'
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
