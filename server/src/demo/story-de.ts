import type { Story } from './story.ts'

/** The sample project in German. */
export const storyDe: Story = {
  language: 'de',
  project: 'Betrieb des Leitstellennetzes',
  specify: {
    values: [
      {
        on: 'procedure-strategy',
        by: 'claudia',
        values: ['Outsourcing-Strategie 2026, Version 1.2', 'Claudia Brandt', 'Holger Seidel'],
      },
      {
        on: 'level-grundschutz',
        by: 'claudia',
        values: ['Edition 2023', 'Standard-Absicherung', 'Leitstellennetz mit allen Außenstationen'],
      },
      { on: 'law-locations', by: 'holger', values: ['Deutschland', '90'] },
      { on: 'law-subcontractors', by: 'holger', values: ['30'] },
      { on: 'rights-admin', by: 'holger', values: ['phishing-resistentem Hardware-Faktor', null] },
      { on: 'rights-revoke', by: 'holger', values: ['24', '3'] },
      {
        on: 'organisation-alerting',
        by: 'holger',
        values: ['Ausfall der Steuerverbindung zu einer Außenstation', 'rund um die Uhr', '15', '30'],
      },
      { on: 'organisation-incidents', by: 'claudia', values: ['4', 'Claudia Brandt', '14'] },
      { on: 'organisation-vulnerabilities', by: 'claudia', values: ['CVSS 7.0', '48', '30'] },
      { on: 'technology-backup', by: 'holger', values: ['4', '8', '6'] },
      { on: 'control-audits', by: 'claudia', values: ['einer akkreditierten Prüfstelle', '2', '10', '1'] },
    ],
    additions: [],
    threads: [
      {
        on: 'organisation-incidents',
        audience: 'private',
        comments: [
          {
            by: 'meryem',
            words:
              'Wie weit können wir bei den vier Stunden entgegenkommen? Daran ist die letzte Ausschreibung gescheitert.',
          },
          {
            by: 'claudia',
            words: 'Höchstens sechs: Wir müssen selbst innerhalb von 24 Stunden an die Behörde melden.',
          },
        ],
      },
    ],
    positions: [],
  },
  refine: {
    values: [
      { on: 'rights-admin', by: 'nadine', values: [null, 'Fernwartungsportal Nordlicht Gate'] },
      {
        on: 'technology-availability',
        by: 'holger',
        values: ['das Leitstellennetz', '99,9', 'Kalendermonat', null, null, '60'],
      },
      {
        on: 'technology-availability',
        by: 'nadine',
        values: [null, null, null, 'standortübergreifend aktiv-aktiv', '4', null],
      },
      {
        on: 'communication-encryption',
        by: 'nadine',
        values: ['IPsec mit IKEv2', 'BSI TR-02102-3', 'Nadine Vogt', '12'],
      },
    ],
    additions: [
      {
        on: 'organisation-alerting',
        by: 'nadine',
        words:
          'Alarmiert wird telefonisch und im Ticketsystem; ein Alarm gilt als abgesetzt, sobald ihn eine Person bestätigt hat.',
      },
    ],
    threads: [
      {
        on: 'organisation-incidents',
        audience: 'shared',
        quote: 'nach Feststellung',
        comments: [
          {
            by: 'lars',
            words:
              'Ab wann läuft die Frist: ab dem ersten Alarm oder erst, wenn ein Analyst den Vorfall bestätigt hat?',
          },
          {
            by: 'claudia',
            words:
              'Ab der Bestätigung, die Analyse darf aber höchstens vier Stunden dauern. Schreiben wir beides auf?',
          },
          { by: 'lars', words: 'Ja, damit können wir leben. Frau Vogt formuliert es.' },
        ],
      },
      {
        on: 'control-audits',
        audience: 'shared',
        comments: [
          {
            by: 'tobias',
            words:
              'Unangekündigte Prüfungen brauchen in unserem Rechenzentrum eine Begleitung. Können wir ergänzen, dass sich Ihre Prüfer an der Pforte anmelden?',
          },
          {
            by: 'claudia',
            words: 'An der Pforte ja, aber nicht vorher. Sonst wäre die Prüfung nicht unangekündigt.',
          },
        ],
      },
      {
        on: 'law-subcontractors',
        audience: 'shared',
        comments: [
          { by: 'tobias', words: 'Gilt das auch für die Netzbetreiber, deren Leitungen wir mieten?' },
          { by: 'claudia', words: 'Nein, nur für jene, die unsere Daten oder Systeme erreichen können.' },
        ],
        resolvedBy: 'tobias',
      },
      {
        on: 'technology-availability',
        audience: 'private',
        comments: [
          {
            by: 'nadine',
            words:
              '99,9 % schaffen wir mit dem zweiten Standort, für 99,95 % bräuchten wir eine weitere Leitung. Bitte nicht anbieten.',
          },
          { by: 'lars', words: 'Verstanden. Wir bleiben bei 99,9 %.' },
        ],
      },
      {
        on: 'rights-revoke',
        audience: 'private',
        comments: [
          {
            by: 'holger',
            words: 'Bei 48 Stunden würde ich zustimmen, solange der Fernzugriff sofort gesperrt wird.',
          },
        ],
      },
    ],
    positions: [
      {
        on: [
          'procedure-strategy',
          'procedure-concrete',
          'procedure-refine',
          'level-grundschutz',
          'scope-domains',
          'scope-interfaces',
          'law-locations',
          'law-confidentiality',
          'rights-matrix',
          'organisation-contacts',
          'technology-hardening',
          'communication-encryption',
          'organisation-alerting',
        ],
        by: 'claudia',
        stance: 'agreed',
      },
      {
        on: [
          'procedure-strategy',
          'procedure-concrete',
          'procedure-refine',
          'level-grundschutz',
          'scope-domains',
          'law-locations',
          'law-confidentiality',
          'rights-matrix',
          'organisation-contacts',
          'technology-hardening',
        ],
        by: 'lars',
        stance: 'agreed',
      },
      {
        on: ['organisation-incidents'],
        by: 'lars',
        stance: 'agreed-with-reservation',
        words: 'Einverstanden, sobald klar ist, wann die Frist beginnt.',
      },
      {
        on: ['rights-revoke'],
        by: 'lars',
        stance: 'not-agreed',
        words: 'Möglich sind 48 Stunden; für 24 Stunden bräuchten wir Personal am Wochenende.',
      },
      {
        on: ['technology-backup'],
        by: 'lars',
        stance: 'agreed-with-reservation',
        words: 'Der Rücksicherungstest zweimal im Jahr wird gesondert berechnet.',
      },
      { on: ['technology-backup'], by: 'claudia', stance: 'agreed' },
    ],
  },
  snapshot: {
    name: 'Nach dem ersten Abstimmungstermin',
    note: 'Alarmierung und Verschlüsselung sind geklärt; Vorfälle und Rechteentzug sind offen.',
  },
  after: {
    values: [{ on: 'rights-revoke', by: 'holger', values: ['48', null] }],
    additions: [
      {
        on: 'organisation-incidents',
        by: 'nadine',
        words:
          'Ein Vorfall gilt als festgestellt, sobald ihn ein Analyst bestätigt hat, spätestens vier Stunden nach dem ersten Alarm.',
      },
    ],
    threads: [
      {
        on: 'rights-revoke',
        audience: 'shared',
        comments: [
          {
            by: 'claudia',
            words:
              'Wir sind auf 48 Stunden gegangen. Bitte bestätigen Sie, dass der Fernzugriff trotzdem sofort gesperrt wird.',
          },
        ],
      },
    ],
    positions: [{ on: ['organisation-incidents'], by: 'claudia', stance: 'agreed' }],
  },
}
