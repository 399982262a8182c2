import type { DraftDocument, Language } from '@parley/model'

/** The starter template "Security requirements for outsourcing" in one language. */
export function readTemplate(language: Language): DraftDocument {
  throw new Error(`template not there yet: ${language}`)
}
