import type { snapshot as english } from '../en/snapshot.ts'
import type { WordsOf } from '../words-of.ts'

export const snapshot: WordsOf<typeof english> = {}
