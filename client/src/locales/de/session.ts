import type { session as english } from '../en/session.ts'
import type { WordsOf } from '../words-of.ts'

export const session: WordsOf<typeof english> = {}
