import type { ParameterFields } from './parameter.ts'
import type { Language } from './project.ts'
import type { Fields, Guidance, Origin } from './requirement.ts'
import type { TextContent } from './text.ts'

/**
 * A whole document before it has ids: what importers and templates produce and what a project is created from.
 * `key` names a parameter within its requirement; chips in `text` carry that key as their id.
 */
export interface DraftDocument {
  readonly title: string
  readonly language: Language | null
  readonly source: DraftSource | null
  readonly sections: readonly DraftSection[]
}

/** The catalogue or template a document came from. */
export interface DraftSource {
  readonly title: string
  readonly version: string
  readonly licence: string
  readonly id: string
}

export interface DraftSection {
  /** Title first, then the introduction. */
  readonly text: TextContent
  readonly origin: Origin | null
  readonly requirements: readonly DraftRequirement[]
  readonly sections: readonly DraftSection[]
}

export interface DraftRequirement {
  /** Title first, then the statement. */
  readonly text: TextContent
  readonly fields: Fields
  readonly parameters: readonly DraftParameter[]
  readonly guidance: readonly Guidance[]
  readonly origin: Origin | null
  readonly children: readonly DraftRequirement[]
}

export interface DraftParameter extends ParameterFields {
  readonly key: string
}
