import type { PersonId, TextContent, TextId } from '@parley/model'
import type * as Y from 'yjs'
import type { Access, Membership } from './access.ts'
import type { Beat } from './beat.ts'
import type { Bus } from './bus.ts'
import type { Format } from './format.ts'
import type { HeavyLane } from './heavy-lane.ts'
import type { Journal } from './journal.ts'
import type { Limits } from './limits.ts'
import type { PersonShares } from './person-shares.ts'
import type { Scheduler } from './scheduler.ts'

/** A batch of edits that is durable and published. */
export interface TextChange<Effect> {
  readonly text: TextId
  readonly seq: number
  readonly content: TextContent
  /** What the journal's callback made of the hook, in the same transaction. */
  readonly effect: Effect
  /** Who wrote in it; empty where only the server repaired. */
  readonly people: readonly PersonId[]
}

/** What rooms are made of; effects come in here and nowhere else. */
export interface RoomsOptions<Hook, Effect> {
  readonly journal: Journal<Hook, Effect>
  readonly bus: Bus
  readonly format: Format
  /** What a person may do in a text now; the journal reads the same again when it judges. Rejects where the store is away. */
  readonly access: (person: PersonId, text: TextId) => Promise<Access>
  /** Made from the live document while it is judged, for the journal's callback. */
  readonly hook: (doc: Y.Doc, content: TextContent) => Hook
  readonly limits: Limits
  readonly scheduler: Scheduler
  /** A fresh Yjs client id: 32 random bits. */
  readonly newClient: () => number
  /** The colour of a person's caret, `#rrggbb`. */
  readonly colorOf: (person: PersonId, membership: Membership) => string
  readonly onChange: (change: TextChange<Effect>) => void
  /** The people who have a caret in the text, whenever they change. */
  readonly onWriters: (text: TextId, people: readonly PersonId[]) => void
  /** The store takes what is written to the text, or no longer. */
  readonly onSaving: (text: TextId, saving: boolean) => void
  /** A failure that is nobody's answer: for the log. */
  readonly onError: (error: unknown, text: TextId) => void
}

/** What one room is made of. */
export interface RoomOptions<Hook, Effect> extends RoomsOptions<Hook, Effect> {
  /** Both shared with the other rooms. */
  readonly lane: HeavyLane
  readonly beat: Beat
  readonly shares: PersonShares
}

/** Who keeps a room. */
export interface RoomOwner {
  /** Nobody is here (any more), or what was waiting has been stored. */
  empty(): void
  /** The text is no more, and the room is closed. */
  gone(): void
}
