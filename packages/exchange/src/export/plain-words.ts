import type { Filler, MemberFunction, PartyKind, SnapshotKind, Stance, ThreadState } from '@parley/model'

/** Headings of the columns of a workbook and of the fields in Markdown. */
type ExportHeading =
  | 'number'
  | 'section'
  | 'title'
  | 'statement'
  | 'strength'
  | 'addressee'
  | 'area'
  | 'level'
  | 'parameters'
  | 'verification'
  | 'source'
  | 'position'
  | 'positionWords'
  | 'openThreads'
  | 'threads'
  | 'status'
  | 'parent'
  | 'guidance'
  | 'ownThreads'

/** Words of one language that the template does not have. */
export interface PlainWords {
  readonly headings: Readonly<Record<ExportHeading, string>>
  readonly stances: Readonly<Record<Stance, string>>
  readonly parties: Readonly<Record<PartyKind, string>>
  readonly fillers: Readonly<Record<Filler, string>>
  readonly functions: Readonly<Record<MemberFunction, string>>
  readonly snapshotKinds: Readonly<Record<SnapshotKind, string>>
  readonly threadStates: Readonly<Record<ThreadState, string>>
  readonly requirements: string
  readonly project: string
  readonly version: string
  readonly asOf: string
  readonly snapshot: string
  readonly workingState: string
  readonly partiesTitle: string
  readonly organisation: string
  readonly party: string
  readonly person: string
  readonly function: string
  readonly contents: string
  readonly parameter: string
  readonly value: string
  readonly filledBy: string
  readonly unset: string
  readonly outdated: string
  readonly withdrawn: string
  /** For a cell that cannot hold all of a text; `{count}` characters are left out. */
  readonly cutOff: string
}
