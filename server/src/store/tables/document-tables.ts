import type {
  Filler,
  Fingerprint,
  ParameterId,
  ParameterKind,
  PartyId,
  PersonId,
  ProjectId,
  RequirementId,
  SectionId,
  Stance,
  TextId,
} from '@parley/model'

export interface SectionTable {
  id: SectionId
  project_id: ProjectId
  parent_id: SectionId | null
  /** Fractional index among its siblings. */
  order_key: string
  text_id: TextId
  origin: string | null
  withdrawn_at: string | null
}

export interface RequirementTable {
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

export interface ParameterTable {
  id: ParameterId
  project_id: ProjectId
  requirement_id: RequirementId
  position: number
  label: string
  kind: ParameterKind
  unit: string
  /** JSON array of strings. */
  choices: string
  /** 1 where several choices may be made together. */
  many: number
  filler: Filler
  /** Words or, where `many`, a JSON array of strings. */
  value: string | null
}

export interface PositionTable {
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
