import type {
  Fields,
  Fingerprint,
  PartyId,
  RequirementId,
  SectionId,
  Stance,
  TextContent,
  TextId,
  ThreadId,
  ThreadState,
} from '@parley/model'
import type { ParameterView } from '@parley/protocol'

/** A text as it stands. */
export interface TextState {
  readonly id: TextId
  readonly seq: number
  /** Head of the text's hash chain: names this content and no other, as `seq` does not if a transaction is undone. */
  readonly hash: string
  readonly content: TextContent
}

export interface SectionState {
  readonly id: SectionId
  readonly parent: SectionId | null
  readonly order: string
  readonly text: TextState
  readonly withdrawnAt: string | null
}

/** A party's answer and the content it was given on. */
export interface PositionRecord {
  readonly party: PartyId
  readonly stance: Stance
  readonly words: string
  readonly fingerprint: Fingerprint
  /** Name of the lead. */
  readonly by: string
  readonly at: string
}

/** A thread as far as counting needs it. */
export interface ThreadTally {
  readonly thread: ThreadId
  readonly state: ThreadState
  readonly audience: readonly PartyId[]
}

export interface RequirementState {
  readonly id: RequirementId
  readonly number: number
  readonly section: SectionId
  readonly parent: RequirementId | null
  readonly order: string
  readonly text: TextState
  readonly fields: Fields
  readonly parameters: readonly ParameterView[]
  readonly hasGuidance: boolean
  readonly sourceId: string | null
  readonly withdrawnAt: string | null
  readonly fingerprint: Fingerprint
  readonly positions: readonly PositionRecord[]
  readonly threads: readonly ThreadTally[]
}

/** Everything in a project's document, before it is presented to anybody. */
export interface DocumentState {
  readonly sections: readonly SectionState[]
  readonly requirements: readonly RequirementState[]
}
