import type { outline as english } from '../en/outline.ts'
import type { WordsOf } from '../words-of.ts'

export const outline: WordsOf<typeof english> = {}
