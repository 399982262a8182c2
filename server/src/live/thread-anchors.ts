import { type AnchorEnds, type Range, resolveAnchor } from '@parley/document'
import type { PartyId, ThreadId } from '@parley/model'
import type { ContentChange } from '../store/text-journal/text-journal.ts'
import type { Tx } from '../store/index.ts'
import type { Doc } from 'yjs'

/** Finds the words of an anchor in the document that is being judged. */
export type AnchorFinder = (ends: AnchorEnds) => Range | null

/** A thread's words after an edit, and who may know of the thread. */
export interface MovedAnchor {
  readonly thread: ThreadId
  readonly audience: readonly PartyId[]
  readonly range: Range | null
}

/** What the journal's callback needs of the live document. */
export const anchorFinder =
  (doc: Doc): AnchorFinder =>
  (ends) =>
    resolveAnchor(doc, ends)

/** Keeps the ranges of a text's threads in step with its content, in the edit's own transaction. */
export async function moveAnchors(
  tx: Tx,
  { text, hook: find }: Pick<ContentChange<AnchorFinder>, 'text' | 'hook'>,
): Promise<readonly MovedAnchor[]> {
  const threads = await tx
    .selectFrom('thread')
    .select(['id', 'anchor_start', 'anchor_end', 'range_from', 'range_to'])
    .where('text_id', '=', text)
    .where('anchor_start', 'is not', null)
    .execute()
  if (threads.length === 0) return []
  const audiences = await readAudiences(
    tx,
    threads.map(({ id }) => id),
  )
  const moved: MovedAnchor[] = []
  for (const thread of threads) {
    const range = find({ start: thread.anchor_start ?? '', end: thread.anchor_end ?? '' })
    moved.push({ thread: thread.id, audience: audiences.get(thread.id) ?? [], range })
    if (range?.from === thread.range_from && range?.to === thread.range_to) continue
    await tx
      .updateTable('thread')
      .set({ range_from: range?.from ?? null, range_to: range?.to ?? null })
      .where('id', '=', thread.id)
      .execute()
  }
  return moved
}

async function readAudiences(tx: Tx, threads: readonly ThreadId[]): Promise<Map<ThreadId, PartyId[]>> {
  const rows = await tx
    .selectFrom('thread_audience')
    .select(['thread_id', 'party_id'])
    .where('thread_id', 'in', threads)
    .execute()
  const audiences = new Map<ThreadId, PartyId[]>()
  for (const { thread_id, party_id } of rows) {
    audiences.set(thread_id, [...(audiences.get(thread_id) ?? []), party_id])
  }
  return audiences
}
