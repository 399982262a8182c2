import type {
  CommentId,
  PartyId,
  PersonId,
  ProjectId,
  RequirementId,
  TextId,
  ThreadId,
  ThreadState,
} from '@parley/model'

export interface ThreadTable {
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

export interface ThreadAudienceTable {
  thread_id: ThreadId
  party_id: PartyId
}

export interface CommentTable {
  id: CommentId
  thread_id: ThreadId
  person_id: PersonId
  party_id: PartyId
  body: string
  created_at: string
  edited_at: string | null
}
