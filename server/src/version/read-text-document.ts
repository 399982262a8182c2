import type { TextId } from '@parley/model'
import * as Y from 'yjs'
import type { Store, Tx } from '../store/index.ts'
import { kindOf } from '../store/raw-query.ts'
import { loadText } from '../store/text-journal/load-text.ts'
import { journalStatements } from '../store/text-journal/statements.ts'

/** The stored document of a text, inside a transaction that holds its project; to be destroyed by the caller. */
export async function readTextDocument(tx: Tx, text: TextId): Promise<Y.Doc> {
  const kind: Store['kind'] = kindOf(tx)
  const loaded = await loadText(tx, journalStatements(kind), text)
  if (!loaded) throw new Error(`text ${text}: expected a text, got none`)
  const doc = new Y.Doc()
  for (const update of loaded.updates) Y.applyUpdate(doc, update)
  return doc
}
