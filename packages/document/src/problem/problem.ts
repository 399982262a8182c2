/** Content that no editor of ours writes: it is refused. */
export const unsafeCodes = [
  'not-a-document',
  'unknown-node',
  'unknown-mark',
  'unknown-attribute',
  'bad-attribute',
  'unsafe-link',
  'bad-text',
  'too-deep',
  'too-large',
] as const

/** Content that merging honest edits can leave behind: `repairContent` puts it right. */
export const structureCodes = [
  'missing-title',
  'misplaced-node',
  'empty-container',
  'misplaced-mark',
  'empty-text',
  'ragged-table',
] as const

export type UnsafeCode = (typeof unsafeCodes)[number]
export type StructureCode = (typeof structureCodes)[number]

/** What is wrong with content, where (indexes of children from the root), and the name that it is about. */
export type ContentProblem =
  | {
      readonly kind: 'unsafe'
      readonly code: UnsafeCode
      readonly path: readonly number[]
      readonly name: string
    }
  | {
      readonly kind: 'structure'
      readonly code: StructureCode
      readonly path: readonly number[]
      readonly name: string
    }
