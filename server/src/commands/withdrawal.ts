import type { RequirementId, SectionId } from '@parley/model'
import type { Tx } from '../store/index.ts'

/** Ids of one statement, far below the limits of both databases. */
const batch = 5_000

/** Writes since when sections are withdrawn, or that they stand. */
export async function markSections(tx: Tx, ids: readonly SectionId[], at: string | null): Promise<void> {
  for (const some of batches(ids)) {
    await tx.updateTable('section').set({ withdrawn_at: at }).where('id', 'in', some).execute()
  }
}

/** Writes since when requirements are withdrawn, or that they stand. */
export async function markRequirements(
  tx: Tx,
  ids: readonly RequirementId[],
  at: string | null,
): Promise<void> {
  for (const some of batches(ids)) {
    await tx.updateTable('requirement').set({ withdrawn_at: at }).where('id', 'in', some).execute()
  }
}

function* batches<Id>(ids: readonly Id[]): Generator<readonly Id[]> {
  for (let at = 0; at < ids.length; at += batch) yield ids.slice(at, at + batch)
}
