import type {
  Fingerprint,
  PartyId,
  PersonId,
  ProjectId,
  RequirementId,
  SnapshotId,
  SnapshotKind,
  ThreadId,
  ThreadState,
} from '@parley/model'

export interface SnapshotTable {
  id: SnapshotId
  project_id: ProjectId
  number: number
  name: string
  note: string
  kind: SnapshotKind
  /** JSON of the content, without anything private. */
  content: string
  fingerprint: Fingerprint
  requirements: number
  person_id: PersonId
  party_id: PartyId
  at: string
}

export interface SnapshotAudienceTable {
  snapshot_id: SnapshotId
  party_id: PartyId
}

/** The state of each thread when the snapshot was taken; shown to whom the thread's audience is. */
export interface SnapshotThreadTable {
  snapshot_id: SnapshotId
  thread_id: ThreadId
  requirement_id: RequirementId
  state: ThreadState
}

/** The project's journal: one entry a command, hash-chained. */
export interface JournalTable {
  project_id: ProjectId
  seq: number
  at: string
  person_id: PersonId
  party_id: PartyId
  command: string
  /** JSON of what the command did. */
  entry: string
  /** JSON of the heads of the texts, at snapshots and phase changes; null otherwise. */
  heads: string | null
  previous_hash: string
  hash: string
}

/** The first answer to a POST that carried an `Idempotency-Key`; `status` is null while it is being carried out. */
export interface IdempotencyTable {
  person_id: string
  key: string
  /** Method, path and SHA-256 of the body. */
  request: string
  status: number | null
  body: string | null
  created_at: string
}
