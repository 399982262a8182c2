import type { print as english } from '../en/print.ts'
import type { WordsOf } from '../words-of.ts'

export const print: WordsOf<typeof english> = {}
