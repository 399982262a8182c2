import type { NodeJson } from '@parley/model'
import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { fixTables } from '@tiptap/pm/tables'
import { canonicalNode } from '../canonical/canonical-content.ts'
import { schema } from '../schema/extensions.ts'
import { tableProblems } from '../schema/table-editing.ts'

/** More rounds than honest merging needs; a table that is still ragged then loses its spans. */
const rounds = 4

/** A rectangular table of the same cells, as a list because a table without any cell is none. */
export function repairTable(table: NodeJson): NodeJson[] {
  const found = parse(table)
  if (found.childCount === 0 || !hasCell(found)) return []
  if (!tableProblems(found)) return [table]
  const fixed = fixedBy(found)
  return [canonicalNode(fixed && !tableProblems(fixed) ? filledCells(fixed.toJSON()) : withoutSpans(table))]
}

const parse = (table: NodeJson): Node => schema.nodeFromJSON(table)
const hasCell = (table: Node) => table.children.some((row) => row.childCount > 0)

function fixedBy(table: Node): Node | null {
  const title = schema.node('title')
  let state = EditorState.create({ doc: schema.node('doc', null, [title, table]) })
  for (let round = 0; round < rounds; round += 1) {
    const tr = fixTables(state)
    if (!tr) break
    state = state.apply(tr)
  }
  return state.doc.maybeChild(1)
}

/** The cells that `fixTables` adds are empty, because the schema lets them be. */
function filledCells(table: NodeJson): NodeJson {
  return mapCells(table, (cell) =>
    cell.content?.length ? cell : { ...cell, content: [{ type: 'paragraph' }] },
  )
}

function mapCells(table: NodeJson, change: (cell: NodeJson) => NodeJson): NodeJson {
  return {
    ...table,
    content: (table.content ?? []).map((row) => ({ ...row, content: (row.content ?? []).map(change) })),
  }
}

function withoutSpans(table: NodeJson): NodeJson {
  const plain = mapCells(table, ({ attrs, ...cell }) => {
    const { colspan: _, rowspan: __, ...kept } = attrs ?? {}
    return Object.keys(kept).length > 0 ? { ...cell, attrs: kept } : cell
  })
  const rows = plain.content ?? []
  const width = Math.max(...rows.map((row) => row.content?.length ?? 0))
  return {
    ...plain,
    content: rows.map((row) => {
      const missing = width - (row.content?.length ?? 0)
      const added = Array.from({ length: missing }, () => ({
        type: 'tableCell',
        content: [{ type: 'paragraph' }],
      }))
      return { ...row, content: [...(row.content ?? []), ...added] }
    }),
  }
}
