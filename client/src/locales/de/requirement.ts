import type { requirement as english } from '../en/requirement.ts'
import type { WordsOf } from '../words-of.ts'

export const requirement: WordsOf<typeof english> = {
  document: 'Dokument',
  outline: 'Gliederung',
  side: 'Kommentare, Standpunkte und Verlauf',
  card: 'Anforderung {{number}}',
  withdrawn: 'Zurückgezogen',
  verifiedBy: 'Nachweis: {{how}}',
  notYet: {
    title: 'Dieses Projekt wird vorbereitet',
    invitedBy: '{{name}} hat Sie eingeladen. Sie sehen die Anforderungen, sobald ihre Phase beginnt.',
    waiting: 'Sie sehen die Anforderungen, sobald ihre Phase beginnt.',
  },
  toFill: {
    client: 'vom Auftraggeber auszufüllen',
    provider: 'vom Dienstleister auszufüllen',
    both: 'gemeinsam auszufüllen',
  },
  readOnly: {
    role: 'Ihre Rolle in diesem Projekt liest, sie schreibt nicht.',
    phase: 'Der Wortlaut lässt sich in dieser Phase nicht ändern.',
    party: 'Ihre Partei arbeitet nicht am Wortlaut mit.',
    withdrawn: 'Dies wurde zurückgezogen. Stellen Sie es wieder her, um es zu ändern.',
    observer: 'Beobachter lesen, sie schreiben nicht.',
  },
}
