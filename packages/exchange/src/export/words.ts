import type { Language } from '@parley/model'

/** Display words for files that are written. */
export interface ExportWords {
  readonly language: Language
}

/** The display words of a language. */
export function exportWords(language: Language): ExportWords {
  return { language }
}
