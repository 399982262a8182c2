import type { PersonId, TextContent, TextId } from '@parley/model'
import type {
  Access,
  AppendOutcome,
  AppendRequest,
  AppendView,
  Decision,
  Journal,
  StoredEntry,
} from '@parley/rooms'
import { runSql } from '../raw-query.ts'
import type { Reader, Store, Tx } from '../store.ts'
import { isUnavailable, StoreError } from '../store-error.ts'
import { appendEntries } from './append-entries.ts'
import { loadText } from './load-text.ts'
import { journalStatements } from './statements.ts'
import { type EntryRow, entryOf } from './stored-rows.ts'

/** What the server does inside the transaction of an append; as in every transaction, only queries may be awaited. */
export interface TextJournalOptions<Hook, Effect> {
  /** Who is left out may nothing. */
  readonly readAccess: (
    tx: Tx,
    text: TextId,
    people: readonly PersonId[],
  ) => Promise<ReadonlyMap<PersonId, Access>>
  /** Called once for each append, after its rows are written. */
  readonly onContent: (tx: Tx, change: ContentChange<Hook>) => Promise<Effect>
  /** What `onContent` would give for the text as it is stored now. */
  readonly readEffect: (db: Reader, text: TextId) => Promise<Effect>
  /** ISO 8601, UTC. */
  readonly now: () => string
}

export interface ContentChange<Hook> {
  readonly text: TextId
  readonly content: TextContent
  readonly hook: Hook
}

/** The texts' journal in the database (rules: the journal contract of packages/rooms). */
export function makeTextJournal<Hook, Effect>(
  store: Store,
  options: TextJournalOptions<Hook, Effect>,
): Journal<Hook, Effect> {
  const statements = journalStatements(store.kind)

  async function appendIn(
    tx: Tx,
    { text, knownSeq, people }: AppendRequest,
    decide: (view: AppendView) => Decision<Hook>,
  ): Promise<AppendOutcome<Effect>> {
    if (store.kind === 'postgres') await runSql(tx, statements.shareProject, [text])
    const [row] = await runSql<{ head_seq: number; head_hash: Uint8Array }>(tx, statements.lockHead, [text])
    if (row === undefined) return { type: 'refused', why: 'absent' }
    const missed = row.head_seq > knownSeq ? await readEntries(tx, text, knownSeq, row.head_seq) : []
    const access = people.length > 0 ? await options.readAccess(tx, text, people) : nobody
    const decision = decide({ missed, access: accessOf(people, access) })
    if (decision.type === 'abort') return { type: 'refused', why: 'aborted' }
    const { content, entries, hook } = decision
    const at = options.now()
    const before = { seq: row.head_seq, hash: row.head_hash }
    const head = await appendEntries(tx, statements, { text, head: before, at, entries, content })
    const effect = await options.onContent(tx, { text, content, hook })
    return { type: 'appended', head, at, effect }
  }

  async function readEntries(
    db: Reader,
    text: TextId,
    afterSeq: number,
    limit: number,
  ): Promise<readonly StoredEntry[]> {
    const rows = await runSql<EntryRow>(db, statements.entries, [text, afterSeq, limit])
    return rows.map(entryOf)
  }

  return {
    async load(text) {
      try {
        return (await loadText(store.db, statements, text)) ?? { type: 'absent' }
      } catch (error) {
        if (error instanceof StoreError) return { type: 'unavailable', error }
        throw error
      }
    },

    async append(request, decide) {
      try {
        return await store.write((tx) => appendIn(tx, request, decide))
      } catch (error) {
        if (error instanceof StoreError)
          return { type: isUnavailable(error) ? 'unavailable' : 'poison', error }
        throw error
      }
    },

    async checkpoint(text, seq, state) {
      try {
        await store.write((tx) => runSql(tx, statements.checkpoint, [text, seq, state]))
      } catch (error) {
        if (!isUnavailable(error)) throw error
      }
    },

    effect: (text) => options.readEffect(store.db, text),

    entries: (text, afterSeq, limit) => readEntries(store.db, text, afterSeq, limit),
  }
}

const nobody: ReadonlyMap<PersonId, Access> = new Map()

const accessOf =
  (people: readonly PersonId[], access: ReadonlyMap<PersonId, Access>) =>
  (person: PersonId): Access => {
    if (!people.includes(person)) throw new Error(`access of ${person} was not requested`)
    return access.get(person) ?? { type: 'none' }
  }
