import type { Highlight } from '@parley/document'

/** The words of a thread in a text's stored content, with the relative positions that find them in an open document. */
export interface AnchoredWords extends Highlight {
  readonly start: string
  readonly end: string
}
