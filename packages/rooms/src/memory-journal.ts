import type { PersonId, TextContent, TextId } from '@parley/model'
import type { Access } from './access.ts'
import { entryHash, genesis } from './chain.ts'
import type { AppendOutcome, Entry, Head, Journal, StoredEntry, Unavailable } from './journal.ts'

interface MemoryText<Effect> {
  readonly entries: StoredEntry[]
  readonly clients: Map<number, PersonId>
  checkpoint: { readonly seq: number; readonly state: Uint8Array } | null
  content: TextContent | null
  /** What the newest append made of its hook. */
  effect: { readonly of: Effect } | null
  /** The end of the queue of appends: they run one after another, as under a row's lock. */
  queue: Promise<unknown>
}

export interface MemoryJournalOptions<Hook, Effect> {
  readonly access: (person: PersonId, text: TextId) => Access
  readonly onAppend: (text: TextId, content: TextContent, hook: Hook) => Effect
  readonly now: () => Date
  /** Asked before each operation: a failure that the store is to show, or `null`. Entries are given to appends only. */
  readonly fault?: (operation: StoreOperation, entries: readonly Entry[]) => Fault | null
}

/** What a store may fail at. */
export type StoreOperation = 'load' | 'append' | 'effect'

/** A failure of the store, made on purpose by a test. */
export type Fault = { readonly type: 'poison' | 'unavailable'; readonly error: unknown }

/** A journal that forgets at the end of the process: for tests, never for people's work. */
export interface MemoryJournal<Hook, Effect> extends Journal<Hook, Effect> {
  create(text: TextId): void
  remove(text: TextId): void
  content(text: TextId): TextContent | null
}

/** Makes a journal in memory that keeps every rule of the interface except durability. */
export function makeMemoryJournal<Hook, Effect>(
  options: MemoryJournalOptions<Hook, Effect>,
): MemoryJournal<Hook, Effect> {
  const texts = new Map<TextId, MemoryText<Effect>>()
  const fail = (operation: StoreOperation, entries: readonly Entry[] = []) =>
    options.fault?.(operation, entries) ?? null

  const journal: MemoryJournal<Hook, Effect> = {
    create(text) {
      texts.set(text, {
        entries: [],
        clients: new Map(),
        checkpoint: null,
        content: null,
        effect: null,
        queue: Promise.resolve(),
      })
    },
    remove: (text) => void texts.delete(text),
    content: (text) => texts.get(text)?.content ?? null,

    async load(text) {
      const fault = fail('load')
      if (fault !== null) return { type: 'unavailable', error: fault.error }
      const kept = texts.get(text)
      if (kept === undefined) return { type: 'absent' }
      const { checkpoint } = kept
      const tail = kept.entries.slice(checkpoint?.seq ?? 0).map((entry) => entry.update)
      return {
        type: 'loaded',
        head: headOf(kept),
        updates: checkpoint === null ? tail : [checkpoint.state, ...tail],
        clients: new Map(kept.clients),
      }
    },

    append(request, decide) {
      const kept = texts.get(request.text)
      if (kept === undefined) return Promise.resolve({ type: 'refused', why: 'absent' })
      const outcome = kept.queue.then((): AppendOutcome<Effect> => {
        if (!texts.has(request.text)) return { type: 'refused', why: 'absent' }
        const away = fail('append')
        if (away?.type === 'unavailable') return away as Unavailable
        const decision = decide({
          missed: kept.entries.slice(request.knownSeq),
          access: (person) => {
            if (!request.people.includes(person)) throw new Error(`access of ${person} was not requested`)
            return options.access(person, request.text)
          },
        })
        if (decision.type === 'abort') return { type: 'refused', why: 'aborted' }
        const fault = fail('append', decision.entries)
        if (fault !== null) return fault as AppendOutcome<Effect>
        const effect = options.onAppend(request.text, decision.content, decision.hook)
        const at = options.now().toISOString()
        for (const entry of decision.entries) store(request.text, kept, entry, at)
        kept.content = decision.content
        kept.effect = { of: effect }
        return { type: 'appended', head: headOf(kept), at, effect }
      })
      kept.queue = outcome.catch(() => undefined)
      return outcome
    },

    async checkpoint(text, seq, state) {
      const kept = texts.get(text)
      if (kept !== undefined && seq > (kept.checkpoint?.seq ?? 0)) kept.checkpoint = { seq, state }
    },

    async effect(text) {
      const fault = fail('effect')
      if (fault !== null) throw fault.error
      const kept = texts.get(text)
      if (!kept?.effect) throw new Error(`expected a text with entries, got ${text}`)
      return kept.effect.of
    },

    async entries(text, afterSeq, limit) {
      return texts.get(text)?.entries.slice(afterSeq, afterSeq + limit) ?? []
    },
  }
  return journal
}

function headOf(text: MemoryText<unknown>): Head {
  const last = text.entries.at(-1)
  return last === undefined ? { seq: 0, hash: genesis } : { seq: last.seq, hash: last.hash }
}

function store(id: TextId, text: MemoryText<unknown>, entry: Entry, at: string): void {
  const previous = headOf(text)
  const seq = previous.seq + 1
  const hash = entryHash(id, seq, at, entry, previous.hash)
  text.entries.push({ ...entry, seq, at, previous: previous.hash, hash })
  if (entry.author.type === 'person') {
    for (const client of entry.clients) text.clients.set(client, entry.author.person)
  }
}
