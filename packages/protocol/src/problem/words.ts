import type { Language } from '@parley/model'
import type { ProblemWords } from './problem-words.ts'
import { german } from './words-de.ts'
import { english } from './words-en.ts'

/** What a refused request is told. */
export const problemWords: Readonly<Record<Language, ProblemWords>> = { en: english, de: german }
