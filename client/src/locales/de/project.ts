import type { project as english } from '../en/project.ts'
import type { WordsOf } from '../words-of.ts'

export const project: WordsOf<typeof english> = {
  clientWithProvider: '{{client}} mit {{provider}}',
  pages: { people: 'Personen', document: 'Dokument', snapshots: 'Stände' },
}
