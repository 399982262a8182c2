import type { print as english } from '../en/print.ts'
import type { WordsOf } from '../words-of.ts'

export const print: WordsOf<typeof english> = {
  print: 'Drucken',
  kind: 'Sicherheitsanforderungen',
  version: 'Stand {{number}}, {{name}}, {{date}}',
  working: 'Arbeitsstand, {{date}}',
  fingerprint: 'Fingerabdruck (SHA-256):',
  source: 'Grundlage: {{source}}',
  contents: 'Inhalt',
  page: 'Seite {{page}} von {{pages}}',
}
