import type { project as english } from '../en/project.ts'
import type { WordsOf } from '../words-of.ts'

export const project: WordsOf<typeof english> = {
  clientWithProvider: '{{client}} mit {{provider}}',
  pages: { document: 'Dokument', people: 'Personen', snapshots: 'Stände' },
  rename: { open: 'Umbenennen …', title: 'Projekt umbenennen', name: 'Name des Projekts' },
  list: {
    title: 'Projekte',
    create: 'Neues Projekt',
    empty: 'Noch kein Projekt',
    emptyText:
      'Ein Projekt enthält die Sicherheitsanforderungen eines Outsourcing-Vorhabens. Beginnen Sie mit einer Vorlage, einem Katalog oder einer Tabelle.',
    emptyInvited: 'Sie nehmen an keinem Projekt teil. Der Link in einer Einladung bringt Sie in eines.',
    requirements_one: '{{count}} Anforderung',
    requirements_other: '{{count}} Anforderungen',
  },
}
