import type { PartyId, PersonId, ProjectId, TextId, TextKind } from '@parley/model'

export interface TextTable {
  id: TextId
  project_id: ProjectId
  kind: TextKind
  /** JSON of the content at `head_seq`. */
  content: string
  title: string
  /** Words for searching, without markup. */
  plain: string
  head_seq: number
  head_hash: Uint8Array
}

export interface TextUpdateTable {
  text_id: TextId
  /** 1, 2, 3, … without gaps per text. */
  seq: number
  at: string
  /** null where the server itself repaired structure. */
  person_id: PersonId | null
  party_id: PartyId | null
  /** Yjs update, V1. */
  update: Uint8Array
  /** The ranges it deleted as a V1 delete set; of no bytes where it deleted nothing. */
  deleted: Uint8Array
  /** JSON array of the Yjs client ids that belong to the author from this entry on. */
  clients: string
  previous_hash: Uint8Array
  hash: Uint8Array
}

export interface TextCheckpointTable {
  text_id: TextId
  seq: number
  /** The whole state at `seq`, Yjs update V1. */
  state: Uint8Array
}

/** Which Yjs client ids belong to whom in a text. */
export interface TextClientTable {
  text_id: TextId
  client: number
  person_id: PersonId
  party_id: PartyId | null
}
