import type { wizard as english } from '../en/wizard.ts'
import type { WordsOf } from '../words-of.ts'

export const wizard: WordsOf<typeof english> = {}
