import type { print as english } from '../en/print.ts'
import type { WordsOf } from '../words-of.ts'

export const print: WordsOf<typeof english> = {
  print: 'Drucken',
  hint: 'Gedruckt wird nur, was die Parteien teilen. Als PDF behalten Sie es, wenn Sie beim Drucken „Als PDF speichern“ wählen.',
  kind: 'Sicherheitsanforderungen',
  version: 'Stand {{number}}: {{name}}, {{date}}',
  versionShort: 'Stand {{number}}, {{date}}',
  working: 'Arbeitsstand, {{date}}',
  requirements_one: '{{count}} Anforderung',
  requirements_other: '{{count}} Anforderungen',
  agreedByBoth_one: ', davon {{count}} von beiden Parteien vereinbart',
  agreedByBoth_other: ', davon {{count}} von beiden Parteien vereinbart',
  fingerprint: 'Fingerabdruck (SHA-256):',
  source: 'Grundlage: {{source}}',
  contents: 'Inhalt',
  withdrawn: 'Zurückgezogene Anforderungen',
  page: 'Seite {{page}} von {{pages}}',
}
