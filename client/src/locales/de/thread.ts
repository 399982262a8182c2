import type { thread as english } from '../en/thread.ts'
import type { WordsOf } from '../words-of.ts'

export const thread: WordsOf<typeof english> = {}
