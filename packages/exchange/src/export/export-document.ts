import type {
  Fields,
  Guidance,
  MemberFunction,
  ParameterFields,
  PartyKind,
  SnapshotKind,
  Stance,
  TextContent,
  ThreadState,
} from '@parley/model'

/**
 * A project or one of its snapshots as it leaves Parley in a file. Whoever makes it has already left out what the
 * reader may not see: writers put down everything they are given.
 */
export interface ExportDocument {
  readonly project: string
  readonly version: ExportVersion
  readonly parties: readonly ExportParty[]
  readonly sections: readonly ExportSection[]
}

/** Which state of the project this is; times are ISO 8601 UTC. */
export type ExportVersion =
  | {
      readonly kind: 'snapshot'
      readonly number: number
      readonly name: string
      readonly snapshotKind: SnapshotKind
      readonly at: string
    }
  | { readonly kind: 'working'; readonly at: string }

export interface ExportParty {
  /** Names the party in positions; unique within the document. */
  readonly key: string
  readonly kind: PartyKind
  readonly organisation: string
  readonly people: readonly ExportPerson[]
}

export interface ExportPerson {
  readonly name: string
  readonly function: MemberFunction
}

export interface ExportSection {
  /** Title first, then the introduction. */
  readonly text: TextContent
  readonly requirements: readonly ExportRequirement[]
  readonly sections: readonly ExportSection[]
}

export interface ExportRequirement {
  /** Human number, written `R-17`. */
  readonly number: number
  /** Title first, then the statement; chips carry `ExportParameter.id`. */
  readonly text: TextContent
  readonly fields: Fields
  readonly parameters: readonly ExportParameter[]
  readonly guidance: readonly Guidance[]
  readonly positions: readonly ExportPosition[]
  /** Open threads that both sides may read. */
  readonly openThreads: number
  /** Shared threads in full; `null` where they were not asked for. */
  readonly threads: readonly ExportThread[] | null
  /** Private threads of the party that asked for them; `null` where they were not asked for. */
  readonly ownThreads: readonly ExportThread[] | null
  readonly withdrawn: boolean
  readonly children: readonly ExportRequirement[]
}

export interface ExportParameter extends ParameterFields {
  readonly id: string
}

export interface ExportPosition {
  /** `ExportParty.key`. */
  readonly party: string
  readonly stance: Stance
  readonly words: string
  /** The content has changed since the position was taken. */
  readonly outdated: boolean
}

export interface ExportThread {
  readonly state: ThreadState
  /** The words it is about; empty where it is about the whole requirement. */
  readonly quote: string
  readonly comments: readonly ExportComment[]
}

export interface ExportComment {
  readonly author: string
  readonly organisation: string
  /** ISO 8601 UTC. */
  readonly at: string
  readonly body: string
}
