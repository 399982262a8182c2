import type { ColumnRole } from '@parley/model'

/**
 * Headings that people give to columns, in German and English, most telling first; compared in lower case without
 * punctuation.
 */
export const columnWords: readonly (readonly [Exclude<ColumnRole, 'ignore'>, readonly string[]])[] = [
  [
    'number',
    [
      'nummer',
      'nr',
      'no',
      'number',
      'id',
      'lfd nr',
      'laufende nummer',
      'anforderungs id',
      'anforderungsnummer',
    ].concat(['requirement id', 'requirement number', 'req id', 'kennung', 'bezeichner', 'ref', 'key']),
  ],
  [
    'title',
    [
      'titel',
      'title',
      'überschrift',
      'bezeichnung',
      'name',
      'kurztext',
      'kurzbeschreibung',
      'subject',
      'betreff',
      'summary',
      'heading',
    ],
  ],
  [
    'statement',
    [
      'anforderungstext',
      'statement',
      'requirement text',
      'beschreibung',
      'description',
      'anforderungsbeschreibung',
    ].concat(['text', 'wortlaut', 'inhalt', 'langtext', 'details', 'anforderung', 'requirement']),
  ],
  [
    'section',
    [
      'abschnitt',
      'section',
      'kapitel',
      'chapter',
      'gruppe',
      'group',
      'kategorie',
      'category',
      'thema',
      'topic',
      'themengebiet',
      'baustein',
    ],
  ],
  [
    'strength',
    [
      'verbindlichkeit',
      'strength',
      'modalverb',
      'modal verb',
      'obligation',
      'muss soll kann',
      'priorität',
      'priority',
      'prio',
    ],
  ],
  [
    'addressee',
    [
      'adressat',
      'addressee',
      'zuständig',
      'zuständigkeit',
      'verantwortlich',
      'responsible',
      'responsibility',
    ],
  ],
  ['area', ['bereich', 'area', 'domäne', 'domain', 'schicht']],
  [
    'level',
    ['niveau', 'level', 'sicherheitsniveau', 'security level', 'schutzniveau', 'absicherung', 'stufe'],
  ],
  [
    'verification',
    [
      'nachweis',
      'verification',
      'prüfung',
      'überprüfung',
      'verifikation',
      'evidence',
      'proof',
      'prüfkriterium',
    ].concat(['abnahmekriterium', 'acceptance criteria', 'nachweisform', 'verification method']),
  ],
  ['source', ['quelle', 'source', 'referenz', 'reference', 'fundstelle', 'herkunft', 'origin', 'norm']],
  [
    'guidance',
    [
      'erläuterung',
      'guidance',
      'hinweis',
      'hinweise',
      'umsetzungshinweise',
      'umsetzungshinweis',
      'begründung',
    ].concat([
      'rationale',
      'explanation',
      'bemerkung',
      'bemerkungen',
      'note',
      'notes',
      'remarks',
      'erläuterungen',
    ]),
  ],
]
