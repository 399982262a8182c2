import {
  applyContent,
  contentProblem,
  fragmentName,
  readContent,
  repairContent,
  schemaVersion,
} from '@parley/document'
import type { TextContent } from '@parley/model'
import type * as Y from 'yjs'

/** What a text may hold; the room knows no more of it than this. */
export interface Format {
  /** Name of the only root of the document. */
  readonly root: string
  /** The version of the schema; sessions that announce an older one may only read. */
  readonly version: number
  /** The whole content, by a walk that changes nothing. */
  read(doc: Y.Doc): TextContent
  /** What is wrong with content: `unsafe` is refused, `structure` is repaired. */
  problem(content: TextContent): { readonly kind: 'unsafe' | 'structure' } | null
  /** Edits the document so that its structure is right; the same for the same content, and without a word lost. */
  repair(doc: Y.Doc, content: TextContent): void
}

/** Parley's texts, as packages/document has them. */
export const documentFormat: Format = {
  root: fragmentName,
  version: schemaVersion,
  read: readContent,
  problem: contentProblem,
  repair: (doc, content) => applyContent(doc, repairContent(content)),
}
