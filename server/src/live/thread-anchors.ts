import { anchorAt, findQuote, type Range, resolveAnchor } from '@parley/document'
import type { PartyId, TextContent, TextId, ThreadId } from '@parley/model'
import type { Doc } from 'yjs'
import { keptQuery, type Reader, type Tx } from '../store/index.ts'
import type { ContentChange } from '../store/text-journal/text-journal.ts'
import { chipWords } from '../version/place-anchor.ts'

/** A thread's words after an edit, and who may know of the thread. */
export interface MovedAnchor {
  readonly thread: ThreadId
  readonly audience: readonly PartyId[]
  readonly range: Range | null
  /** Whether the words went or came back with this edit, or are held anew. */
  readonly turned: boolean
}

/** What the journal's callback needs: the live document, which rests while its edit is being stored. */
export const liveDocument = (doc: Doc): Doc => doc

/**
 * Keeps the ranges of a text's threads in step with its content, in the edit's own transaction. Words that an undo
 * brought back are new to Yjs: they are found by the quote, where it stands once, and held anew.
 */
export async function moveAnchors(
  tx: Tx,
  { text, content, hook: doc }: ContentChange<Doc>,
): Promise<readonly MovedAnchor[]> {
  const moved: MovedAnchor[] = []
  for (const { row, audience } of await readRows(tx, text)) {
    const before = { start: row.anchor_start ?? '', end: row.anchor_end ?? '' }
    const stands = resolveAnchor(doc, before)
    const found = stands ? null : await findAgain(tx, text, content, row.quote ?? '')
    const ends = (found && anchorAt(doc, found.from, found.to)) ?? before
    const range = stands ?? (found && resolveAnchor(doc, ends))
    const place = { range_from: range?.from ?? null, range_to: range?.to ?? null }
    if (row.range_from !== place.range_from || row.range_to !== place.range_to || ends !== before) {
      await tx
        .updateTable('thread')
        .set({ anchor_start: ends.start, anchor_end: ends.end, ...place })
        .where('id', '=', row.id)
        .execute()
    }
    const turned = (row.range_from === null) !== (range === null) || ends !== before
    moved.push({ thread: row.id, audience, range, turned })
  }
  return moved
}

/** The ranges as they are stored, after edits of another server: whether their words turned is not known, so it is said. */
export async function readAnchors(db: Reader, text: TextId): Promise<readonly MovedAnchor[]> {
  return (await readRows(db, text)).map(({ row, audience }) => {
    const { range_from: from, range_to: to } = row
    return {
      thread: row.id,
      audience,
      range: from === null || to === null ? null : { from, to },
      turned: true,
    }
  })
}

const selectThreads = keptQuery((db, text: TextId) =>
  db
    .selectFrom('thread')
    .innerJoin('thread_audience', 'thread_audience.thread_id', 'thread.id')
    .select([
      'thread.id',
      'anchor_start',
      'anchor_end',
      'quote',
      'range_from',
      'range_to',
      'thread_audience.party_id',
    ])
    .where('text_id', '=', text),
)

/** The text's threads, each with its audience. */
async function readRows(db: Reader, text: TextId) {
  const rows = await selectThreads(db, text)
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((parties) => {
    const [row] = parties
    return row ? [{ row, audience: parties.map(({ party_id }) => party_id) }] : []
  })
}

async function findAgain(tx: Tx, text: TextId, content: TextContent, quote: string): Promise<Range | null> {
  if (!quote.includes('[')) return findQuote(content, quote)
  const parameters = await tx
    .selectFrom('parameter')
    .innerJoin('requirement', 'requirement.id', 'parameter.requirement_id')
    .select(['parameter.id', 'parameter.label'])
    .where('requirement.text_id', '=', text)
    .execute()
  return findQuote(content, quote, undefined, chipWords(parameters))
}
