import type { requirement as english } from '../en/requirement.ts'
import type { WordsOf } from '../words-of.ts'

export const requirement: WordsOf<typeof english> = {}
