import type { PersonId, TextContent, TextId } from '@parley/model'
import type { Access, Author } from './access.ts'

/** One update of a text before it is stored. */
export interface Entry {
  readonly author: Author
  /** The update in Yjs's V1 encoding, as the server encoded it; never empty. */
  readonly update: Uint8Array
  /** The ranges it deleted as a V1 delete set; of no bytes where it deleted nothing. */
  readonly deleted: Uint8Array
  /** Yjs client ids that appear in the text for the first time and belong to the author from now on. */
  readonly clients: readonly number[]
}

/** One update of a text as it is stored; `seq` counts from 1 without gaps. */
export interface StoredEntry extends Entry {
  readonly seq: number
  /** ISO 8601, UTC. */
  readonly at: string
  /** Hash of the entry before (`genesis` for the first), see chain.ts. */
  readonly previous: Uint8Array
  readonly hash: Uint8Array
}

/** The head of a text's chain; `seq` 0 and `genesis` where it has no entry. */
export interface Head {
  readonly seq: number
  readonly hash: Uint8Array
}

/** A text as it is stored; `updates` (checkpoint first, then the tail) applied in order give its document. */
export interface LoadedText {
  readonly type: 'loaded'
  readonly head: Head
  readonly updates: readonly Uint8Array[]
  /** The person each known Yjs client id belongs to; ids of the system are absent. */
  readonly clients: ReadonlyMap<number, PersonId>
}

export type LoadOutcome = LoadedText | { readonly type: 'absent' } | Unavailable

/** The store did not answer (away, disk full); the same request may succeed later. */
export interface Unavailable {
  readonly type: 'unavailable'
  readonly error: unknown
}

export interface AppendRequest {
  readonly text: TextId
  /** The last entry the room has applied. */
  readonly knownSeq: number
  /** Whose access must be known to judge the batch. */
  readonly people: readonly PersonId[]
}

/** What the store knows while it holds the text's head row. */
export interface AppendView {
  /** Entries after `knownSeq`, in order: written by other servers. */
  readonly missed: readonly StoredEntry[]
  /** Access read in the same transaction; asking for somebody not in `people` is a bug and throws. */
  readonly access: (person: PersonId) => Access
}

/** What the room wants written; `abort` rolls back and writes nothing. */
export type Decision<Hook> =
  | {
      readonly type: 'append'
      /** At least one. */
      readonly entries: readonly Entry[]
      /** The text's whole content after the last entry. */
      readonly content: TextContent
      /** Given to the store's own callback inside the transaction (resolves thread anchors). */
      readonly hook: Hook
    }
  | { readonly type: 'abort' }

export type AppendOutcome<Effect> =
  | {
      readonly type: 'appended'
      readonly head: Head
      readonly at: string
      /** What the store's callback made of the hook. */
      readonly effect: Effect
    }
  | { readonly type: 'refused'; readonly why: 'absent' | 'aborted' }
  /** The store answered and would not take these entries; trying again gives the same. Nothing was written. */
  | { readonly type: 'poison'; readonly error: unknown }
  | Unavailable

/**
 * Where texts are kept. Appends to one text are serialised across all servers by a lock on its head row; `Hook` is
 * made by the room while it judges, `Effect` by the store inside the transaction. No method rejects for a failure of
 * the store: that is `unavailable`. What `decide` throws rolls back and rejects, since it is a bug.
 */
export interface Journal<Hook = unknown, Effect = unknown> {
  load(text: TextId): Promise<LoadOutcome>
  /**
   * One transaction: lock the head row, call `decide` exactly once (or not at all where the text is absent or the store
   * away), write the entries, bindings and content, and commit durably before the outcome is given.
   */
  append(request: AppendRequest, decide: (view: AppendView) => Decision<Hook>): Promise<AppendOutcome<Effect>>
  /**
   * Keeps `state` (the document after `seq`, one V1 update) so that later loads read less. Older ones are replaced,
   * newer ones stay; entries are never removed. Where the store is away nothing happens.
   */
  checkpoint(text: TextId, seq: number, state: Uint8Array): Promise<void>
  /**
   * What the store's callback would give for the text as it is stored now: for entries that another server wrote, or
   * whose answer was lost. Rejects where the store is away.
   */
  effect(text: TextId): Promise<Effect>
  /** Entries after `afterSeq` in order, at most `limit`: for healing, history and attribution. */
  entries(text: TextId, afterSeq: number, limit: number): Promise<readonly StoredEntry[]>
}
