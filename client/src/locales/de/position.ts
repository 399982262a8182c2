import type { position as english } from '../en/position.ts'
import type { WordsOf } from '../words-of.ts'

export const position: WordsOf<typeof english> = {}
