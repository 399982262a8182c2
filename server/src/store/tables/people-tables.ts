import type {
  InvitationId,
  Language,
  MemberFunction,
  MemberId,
  OrganisationId,
  PartyId,
  PartyKind,
  PersonId,
  Phase,
  ProjectId,
  Role,
} from '@parley/model'

export interface UserTable {
  id: PersonId
  name: string
  email: string
}

export interface OrganisationTable {
  id: OrganisationId
  name: string
  created_at: string
}

export interface OrganisationMemberTable {
  organisation_id: OrganisationId
  person_id: PersonId
  joined_at: string
}

export interface ProjectTable {
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

export interface PartyTable {
  id: PartyId
  project_id: ProjectId
  organisation_id: OrganisationId
  kind: PartyKind
  created_at: string
}

export interface MemberTable {
  id: MemberId
  project_id: ProjectId
  party_id: PartyId
  person_id: PersonId
  role: Role
  function: MemberFunction
  invited_by: PersonId | null
  joined_at: string
}

export interface InvitationTable {
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
