import type {
  Addressee,
  Area,
  Filler,
  Language,
  Level,
  MemberFunction,
  PartyKind,
  SnapshotKind,
  Stance,
  Strength,
  ThreadState,
} from '@parley/model'
import { template } from '../template/read-template.ts'
import { de } from './words-de.ts'
import { en } from './words-en.ts'

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

/** Display words for files that are written; those of fields are the template's. */
export interface ExportWords extends PlainWords {
  readonly language: Language
  readonly strength: Readonly<Record<Strength, string>>
  readonly addressee: Readonly<Record<Addressee, string>>
  readonly area: Readonly<Record<Area, string>>
  readonly level: Readonly<Record<Level, string>>
}

const plain: Readonly<Record<Language, PlainWords>> = { de, en }

/** The display words of a language. */
export function exportWords(language: Language): ExportWords {
  const { strength, addressee, area, level } = template.words
  return {
    ...plain[language],
    language,
    strength: inLanguage(strength, language),
    addressee: inLanguage(addressee, language),
    area: inLanguage(area, language),
    level: inLanguage(level, language),
  }
}

function inLanguage<Value extends string>(
  words: Readonly<Record<Value, Readonly<Record<Language, string>>>>,
  language: Language,
): Readonly<Record<Value, string>> {
  const entries = Object.entries<Readonly<Record<Language, string>>>(words)
  return Object.fromEntries(entries.map(([value, word]) => [value, word[language]])) as Record<Value, string> // reason: the keys are the same
}
