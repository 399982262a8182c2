import type { people as english } from '../en/people.ts'
import type { WordsOf } from '../words-of.ts'

export const people: WordsOf<typeof english> = {}
