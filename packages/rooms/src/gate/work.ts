import type { RejectionCode } from '@parley/protocol'
import type * as Y from 'yjs'
import type { Person } from '../access.ts'
import type { Session } from '../session.ts'
import type { Scan } from './scan.ts'

/** One update as it came and what its bytes say. */
export interface Part {
  readonly bytes: Uint8Array
  readonly scan: Scan
}

/** Updates of a session that wait to be judged and stored. */
export interface UpdateWork {
  readonly type: 'update'
  readonly session: Session
  /** The session's era when it was sent. */
  readonly era: number
  readonly person: Person
  /** Several where updates were parked: they are judged together. */
  readonly parts: readonly Part[]
  readonly bytes: number
}

/** An edit that the server makes for a person. */
export interface EditWork {
  readonly type: 'edit'
  readonly person: Person
  /** Changes the live document by itself and at once. */
  readonly change: (doc: Y.Doc) => void
  readonly settle: (outcome: EditOutcome) => void
}

export type Work = UpdateWork | EditWork

/** What became of an edit that the server makes for a person. */
export type EditOutcome =
  | { readonly type: 'committed'; readonly seq: number }
  | { readonly type: 'refused'; readonly code: RejectionCode }
  | { readonly type: 'absent' }
  | { readonly type: 'unavailable' }

/** What the gate says of one piece of work. */
export type Verdict =
  /** It changes the document; stored with the batch. */
  | { readonly type: 'news' }
  /** The document has it already. */
  | { readonly type: 'known' }
  /** Its session has been refused since it was sent. */
  | { readonly type: 'dropped' }
  | { readonly type: 'refused'; readonly code: RejectionCode }
