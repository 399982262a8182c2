import type { PersonId, TextId } from '@parley/model'
import type { LoadedText } from '@parley/rooms'
import { runSql } from '../raw-query.ts'
import type { Reader } from '../store.ts'
import type { JournalStatements } from './statements.ts'

interface BytesRow {
  /** Head, checkpoint, update. */
  readonly part: 0 | 1 | 2
  readonly n: number
  readonly data: Uint8Array
}

interface ClientRow {
  readonly part: 3
  readonly n: number
  readonly person: PersonId
}

/** The text from its checkpoint and what came after, or `null` where there is none. */
export async function loadText(
  db: Reader,
  statements: JournalStatements,
  text: TextId,
): Promise<LoadedText | null> {
  const rows = await runSql<BytesRow | ClientRow>(db, statements.load, [text])
  const bytes = rows.filter((row) => row.part !== 3)
  // Sorted here: the database would copy every update to sort the union.
  const [head, ...updates] = bytes.sort((one, other) => one.part - other.part || one.n - other.n)
  if (head === undefined) return null
  const bindings = rows.filter((row) => row.part === 3)
  return {
    type: 'loaded',
    head: { seq: head.n, hash: head.data },
    updates: updates.map((row) => row.data),
    clients: new Map(bindings.map((row) => [row.n, row.person])),
  }
}
