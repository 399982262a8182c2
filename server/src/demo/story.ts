import type { Language, Stance } from '@parley/model'
import type { DemoName } from './people.ts'

/** What happens in a sample project; requirements are named by their id in the starter template. */
export interface Story {
  readonly language: Language
  readonly project: string
  /** Before the provider comes. */
  readonly specify: Chapter
  /** Once refinement has begun. */
  readonly refine: Chapter
  readonly snapshot: { readonly name: string; readonly note: string }
  /** After the second snapshot, so that something has changed since. */
  readonly after: Chapter
}

export interface Chapter {
  readonly values: readonly Values[]
  readonly additions: readonly Addition[]
  readonly threads: readonly Discussion[]
  readonly positions: readonly Answer[]
}

/** Values of a requirement's blanks in their order; `null` leaves one open. */
export interface Values {
  readonly on: string
  readonly by: DemoName
  readonly values: readonly (string | null)[]
}

/** A paragraph that somebody adds to a requirement. */
export interface Addition {
  readonly on: string
  readonly by: DemoName
  readonly words: string
}

export interface Discussion {
  readonly on: string
  readonly audience: 'shared' | 'private'
  /** Words of the text that it is about, if any. */
  readonly quote?: string
  /** The first opens the thread, the others reply. */
  readonly comments: readonly { readonly by: DemoName; readonly words: string }[]
  readonly resolvedBy?: DemoName
}

export interface Answer {
  readonly on: readonly string[]
  readonly by: 'claudia' | 'lars'
  readonly stance: Stance
  readonly words?: string
}
