import type {
  CommentId,
  Filler,
  Fingerprint,
  InvitationId,
  Language,
  MemberFunction,
  MemberId,
  OrganisationId,
  ParameterId,
  ParameterKind,
  PartyId,
  PartyKind,
  PersonId,
  Phase,
  ProjectId,
  RequirementId,
  Role,
  SectionId,
  SnapshotId,
  SnapshotKind,
  Stance,
  TextId,
  TextKind,
  ThreadId,
  ThreadState,
} from '@parley/model'

/**
 * The tables, the same on SQLite and PostgreSQL. Times are ISO 8601 in UTC, JSON is text, truth is a time or 0/1;
 * `bytes` are BLOB or bytea. The account library's own tables (`user`, `session`, `account`, `verification`) are
 * migrated by it; only `user` is read here.
 */
export interface Database {
  readonly user: UserTable
  readonly organisation: OrganisationTable
  readonly organisation_member: OrganisationMemberTable
  readonly project: ProjectTable
  readonly party: PartyTable
  readonly member: MemberTable
  readonly invitation: InvitationTable
  readonly text: TextTable
  readonly text_update: TextUpdateTable
  readonly text_checkpoint: TextCheckpointTable
  readonly text_client: TextClientTable
  readonly section: SectionTable
  readonly requirement: RequirementTable
  readonly parameter: ParameterTable
  readonly thread: ThreadTable
  readonly thread_audience: ThreadAudienceTable
  readonly comment: CommentTable
  readonly position: PositionTable
  readonly snapshot: SnapshotTable
  readonly snapshot_audience: SnapshotAudienceTable
  readonly snapshot_thread: SnapshotThreadTable
  readonly journal: JournalTable
  readonly idempotency: IdempotencyTable
}

interface UserTable {
  id: PersonId
  name: string
  email: string
}

interface OrganisationTable {
  id: OrganisationId
  name: string
  created_at: string
}

interface OrganisationMemberTable {
  organisation_id: OrganisationId
  person_id: PersonId
  joined_at: string
}

interface ProjectTable {
  id: ProjectId
  name: string
  language: Language
  phase: Phase
  /** The party selected to refine with; null before. */
  selected_party_id: PartyId | null
  /** The next human number of a requirement. */
  next_number: number
  /** The next snapshot number. */
  next_snapshot: number
  /** JSON {title, version, licence} of the catalogue it came from, or null. */
  source: string | null
  created_at: string
  created_by: PersonId
  /** Head of the project's journal. */
  head_seq: number
  head_hash: string
}

interface PartyTable {
  id: PartyId
  project_id: ProjectId
  organisation_id: OrganisationId
  kind: PartyKind
  created_at: string
}

interface MemberTable {
  id: MemberId
  project_id: ProjectId
  party_id: PartyId
  person_id: PersonId
  role: Role
  function: MemberFunction
  invited_by: PersonId | null
  joined_at: string
}

interface InvitationTable {
  id: InvitationId
  project_id: ProjectId
  party_id: PartyId
  email: string | null
  role: Role
  function: MemberFunction
  /** SHA-256 of the link's token, hexadecimal: the token itself is stored nowhere. */
  token_hash: string
  created_by: PersonId
  created_at: string
  expires_at: string
  revoked_at: string | null
  accepted_at: string | null
  accepted_by: PersonId | null
}

interface TextTable {
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

interface TextUpdateTable {
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

interface TextCheckpointTable {
  text_id: TextId
  seq: number
  /** The whole state at `seq`, Yjs update V1. */
  state: Uint8Array
}

/** Which Yjs client ids belong to whom in a text. */
interface TextClientTable {
  text_id: TextId
  client: number
  person_id: PersonId
  party_id: PartyId | null
}

interface SectionTable {
  id: SectionId
  project_id: ProjectId
  parent_id: SectionId | null
  /** Fractional index among its siblings. */
  order_key: string
  text_id: TextId
  origin: string | null
  withdrawn_at: string | null
}

interface RequirementTable {
  id: RequirementId
  project_id: ProjectId
  section_id: SectionId
  parent_id: RequirementId | null
  order_key: string
  number: number
  text_id: TextId
  /** JSON of `Fields`. */
  fields: string
  /** JSON array of `Guidance`. */
  guidance: string
  /** JSON of `Origin`, or null. */
  origin: string | null
  withdrawn_at: string | null
}

interface ParameterTable {
  id: ParameterId
  project_id: ProjectId
  requirement_id: RequirementId
  position: number
  label: string
  kind: ParameterKind
  unit: string
  /** JSON array of strings. */
  choices: string
  filler: Filler
  value: string | null
}

interface ThreadTable {
  id: ThreadId
  project_id: ProjectId
  requirement_id: RequirementId
  /** Anchor: the text and relative positions, all null for a thread on the whole requirement. */
  text_id: TextId | null
  anchor_start: string | null
  anchor_end: string | null
  quote: string | null
  /** Where the words stand in the text's content; both null when they are gone. */
  range_from: number | null
  range_to: number | null
  created_by: PersonId
  party_id: PartyId
  created_at: string
  state: ThreadState
  resolved_by: PersonId | null
  resolved_at: string | null
}

interface ThreadAudienceTable {
  thread_id: ThreadId
  party_id: PartyId
}

interface CommentTable {
  id: CommentId
  thread_id: ThreadId
  person_id: PersonId
  party_id: PartyId
  body: string
  created_at: string
  edited_at: string | null
}

interface PositionTable {
  requirement_id: RequirementId
  party_id: PartyId
  stance: Stance
  words: string
  fingerprint: Fingerprint
  /** JSON of the normative content it was given on. */
  basis: string
  person_id: PersonId
  at: string
}

interface SnapshotTable {
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

interface SnapshotAudienceTable {
  snapshot_id: SnapshotId
  party_id: PartyId
}

/** The state of each thread when the snapshot was taken; shown to whom the thread's audience is. */
interface SnapshotThreadTable {
  snapshot_id: SnapshotId
  thread_id: ThreadId
  requirement_id: RequirementId
  state: ThreadState
}

/** The project's journal: one entry a command, hash-chained. */
interface JournalTable {
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
interface IdempotencyTable {
  person_id: string
  key: string
  /** Method, path and SHA-256 of the body. */
  request: string
  status: number | null
  body: string | null
  created_at: string
}
