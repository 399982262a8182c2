import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { TableMap, tableEditing } from '@tiptap/pm/tables'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/**
 * Table editing that repairs only what the person at this editor broke. Repairs of merged tables belong to the server:
 * two clients that each repair the same table answer each other without end.
 */
export function guardedTableEditing(): Plugin {
  const { spec } = tableEditing({ allowTableNodeSelection: true })
  const plugin: Plugin = new Plugin({
    ...spec,
    appendTransaction(transactions, oldState, newState) {
      const hands = isLocal(transactions) && !hasBrokenTable(oldState)
      // With the old state equal to the new one, no table counts as changed: selections are set right, nothing is repaired.
      return spec.appendTransaction?.call(plugin, transactions, hands ? oldState : newState, newState)
    },
  })
  return plugin
}

/** Whether all of these transactions were made here, none by a change that came in through Yjs. */
export function isLocal(transactions: readonly Transaction[]): boolean {
  return !transactions.some((transaction) => {
    const change: unknown = transaction.getMeta(ySyncPluginKey)
    return (
      typeof change === 'object' &&
      change !== null &&
      'isChangeOrigin' in change &&
      change.isChangeOrigin === true
    )
  })
}

function hasBrokenTable(state: EditorState): boolean {
  let broken = false
  state.doc.descendants((node) => {
    if (node.type.spec.tableRole === 'table') broken ||= tableProblems(node)
    return !broken && !node.isTextblock
  })
  return broken
}

/** Whether a table is ragged: cells missing, colliding or reaching out of it. */
export function tableProblems(table: Node): boolean {
  return table.childCount === 0 || TableMap.get(table).problems !== null
}
