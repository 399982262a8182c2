import { insertTexts, type Tx } from '../store/index.ts'
import type { PreparedDocument } from './prepare-document.ts'

/** Rows of one statement: at most eleven values each, below the limits of SQLite (32,766 values) and PostgreSQL. */
const batch = 1_000

/** Writes a prepared document into its project, which must be empty. */
export async function insertDocument(tx: Tx, document: PreparedDocument): Promise<void> {
  await insertTexts(tx, document.texts)
  for (const rows of batches(document.sections)) await tx.insertInto('section').values(rows).execute()
  for (const rows of batches(document.requirements)) {
    await tx.insertInto('requirement').values(rows).execute()
  }
  for (const rows of batches(document.parameters)) await tx.insertInto('parameter').values(rows).execute()
}

function* batches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += batch) yield rows.slice(at, at + batch)
}
