import type { Addressee, Area, Language, Level, Strength } from '@parley/model'
import { template } from '../template/read-template.ts'
import type { PlainWords } from './plain-words.ts'
import { de } from './words-de.ts'
import { en } from './words-en.ts'

/** Display words for files that are written; those of fields are the template's. */
export interface ExportWords extends PlainWords {
  readonly language: Language
  readonly strength: Readonly<Record<Strength, string>>
  readonly addressee: Readonly<Record<Addressee, string>>
  readonly area: Readonly<Record<Area, string>>
  readonly level: Readonly<Record<Level, string>>
}

const plain: Readonly<Record<Language, PlainWords>> = { de, en }

/** The display words of a language. */
export function exportWords(language: Language): ExportWords {
  const { strength, addressee, area, level } = template.words
  return {
    ...plain[language],
    language,
    strength: inLanguage(strength, language),
    addressee: inLanguage(addressee, language),
    area: inLanguage(area, language),
    level: inLanguage(level, language),
  }
}

function inLanguage<Value extends string>(
  words: Readonly<Record<Value, Readonly<Record<Language, string>>>>,
  language: Language,
): Readonly<Record<Value, string>> {
  const entries = Object.entries<Readonly<Record<Language, string>>>(words)
  return Object.fromEntries(entries.map(([value, word]) => [value, word[language]])) as Record<Value, string> // reason: the keys are the same
}
