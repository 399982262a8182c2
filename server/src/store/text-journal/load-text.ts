import type { PersonId, TextId } from '@parley/model'
import type { LoadedText } from '@parley/rooms'
import { runSql } from '../raw-query.ts'
import type { Reader } from '../store.ts'
import type { JournalStatements } from './statements.ts'

type LoadRow =
  | { readonly part: 0; readonly n: number; readonly data: Uint8Array }
  /** Checkpoint, tail. */
  | { readonly part: 1 | 2; readonly n: number; readonly data: Uint8Array }
  | { readonly part: 3; readonly n: number; readonly person: PersonId }

/** The text from its checkpoint and what came after, or `null` where there is none. */
export async function loadText(
  db: Reader,
  statements: JournalStatements,
  text: TextId,
): Promise<LoadedText | null> {
  const rows = await runSql<LoadRow>(db, statements.load, [text])
  const head = rows.find((row) => row.part === 0)
  if (head === undefined) return null
  // Sorted here: the database would copy every update to sort the union.
  const updates = rows
    .filter((row) => row.part === 1 || row.part === 2)
    .sort((one, other) => one.part - other.part || one.n - other.n)
  const bindings = rows.filter((row) => row.part === 3)
  return {
    type: 'loaded',
    head: { seq: head.n, hash: head.data },
    updates: updates.map((row) => row.data),
    clients: new Map(bindings.map((row) => [row.n, row.person])),
  }
}
