import { statementText, titleOf } from '@parley/document'
import type { ColumnRole, DraftDocument } from '@parley/model'
import { expect, test } from 'vitest'
import { exportWords } from '../export/words.ts'
import { suggestMapping } from './suggest-mapping.ts'
import type { Table } from './table.ts'
import { tableToDraft } from './table-to-draft.ts'

const options = { title: 'Liste', language: 'de' } as const
const tableOf = (...rows: string[][]): Table => ({ sheet: 'S', sheets: ['S'], rows })

function drafted(rows: string[][], columns: ColumnRole[], headerRow: number | null = 0) {
  const result = tableToDraft(tableOf(...rows), { headerRow, columns }, options)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result
}

const requirements = (draft: DraftDocument) => draft.sections.flatMap((section) => section.requirements)

test.for<[string[], ColumnRole[]]>([
  [
    ['Nr.', 'Titel', 'Beschreibung', 'Kapitel'],
    ['number', 'title', 'statement', 'section'],
  ],
  [
    ['ID', 'Requirement', 'Description', 'Category'],
    ['number', 'title', 'statement', 'section'],
  ],
  [
    ['ID', 'Anforderung', 'MUSS/SOLL/KANN', 'Nachweis'],
    ['number', 'statement', 'strength', 'verification'],
  ],
  [
    ['#', 'Name', 'Anforderung', 'Zuständig', 'Quelle', 'Referenz'],
    ['number', 'title', 'statement', 'addressee', 'source', 'source'],
  ],
  [
    ['Req-ID', 'Title', 'Text', 'Priority', 'Level', 'Rationale', 'Owner'],
    ['number', 'title', 'statement', 'strength', 'level', 'guidance', 'ignore'],
  ],
])('MAP1 headings are understood: %j', ([headings, roles]) => {
  const table = tableOf(
    headings,
    headings.map(() => 'x'),
  )
  expect(suggestMapping(table)).toEqual({ headerRow: 0, columns: roles })
})

test('MAP1 our own headings are understood in both languages', () => {
  const roles = [
    'number',
    'section',
    'title',
    'statement',
    'strength',
    'addressee',
    'area',
    'level',
    'verification',
    'source',
    'guidance',
  ] as const
  for (const language of ['de', 'en'] as const) {
    const { headings } = exportWords(language)
    expect(suggestMapping(tableOf(roles.map((role) => headings[role]))).columns).toEqual(roles)
  }
})

test('MAP2 a title above the head is passed over', () => {
  const table = tableOf(
    ['Anforderungskatalog 2026', '', ''],
    ['', '', ''],
    ['Nr', 'Titel', 'Text'],
    ['1', 'a', 'b'],
  )
  expect(suggestMapping(table)).toEqual({ headerRow: 2, columns: ['number', 'title', 'statement'] })
})

test('MAP3 without a head the columns are told by what they hold', () => {
  const table = tableOf(
    ['A-1', 'Backup', 'Der Dienstleister sichert täglich alle Daten.'],
    ['A-2', 'Zutritt', 'Der Dienstleister regelt den Zutritt zu allen Räumen.'],
  )
  expect(suggestMapping(table)).toEqual({ headerRow: null, columns: ['number', 'title', 'statement'] })
})

test('DRA1 rows become requirements with fields; section cells go on until the next', () => {
  const { value, losses } = drafted(
    [
      ['Abschnitt', 'Nr', 'Titel', 'Text', 'Muss', 'Adressat', 'Niveau', 'Quelle'],
      [
        'Technik › Netz',
        '1',
        'TLS',
        'Verschlüsseln.',
        'MUSS',
        'Dienstleister',
        'erhöht: Schutzbedarf',
        'TR-02102; M 5.68',
      ],
      ['', '2', 'VPN', '- a\n- b', 'Soll', 'beide', 'Standard', ''],
      ['Personal', '3', 'Schulung', '', 'may', 'client', '', ''],
    ],
    ['section', 'number', 'title', 'statement', 'strength', 'addressee', 'level', 'source'],
  )
  expect(losses).toEqual([])
  const [technik, personal] = value.sections
  expect(technik && titleOf(technik.text)).toBe('Technik')
  expect(technik?.sections[0]?.requirements.map((each) => each.origin?.id)).toEqual(['1', '2'])
  expect(technik?.sections[0]?.requirements[0]?.fields).toEqual({
    strength: 'MUST',
    addressee: 'provider',
    area: null,
    level: 'raised',
    levelReason: 'Schutzbedarf',
    verification: '',
    source: ['TR-02102', 'M 5.68'],
  })
  expect(technik?.sections[0]?.requirements[1]?.text.content?.[1]?.type).toBe('bulletList')
  expect(personal?.requirements[0]?.fields).toMatchObject({ strength: 'MAY', addressee: 'client' })
})

test('DRA2 a word that no field knows stays with the requirement and is reported', () => {
  const { value, losses } = drafted(
    [
      ['Titel', 'Priorität'],
      ['a', 'dringend'],
    ],
    ['title', 'strength'],
  )
  expect(requirements(value)[0]?.guidance).toEqual([
    { name: 'Priorität', label: '', prose: 'dringend', depth: 0 },
  ])
  expect(losses).toEqual([{ code: 'unknown-value', place: 'S!B2', detail: 'dringend', count: 1 }])
})

test('DRA3 a row without a title gets one from its text; a long title stays whole in the text', () => {
  const long = `Der Dienstleister sichert alle Daten. ${'Und zwar sehr gut. '.repeat(30)}`.trim()
  const { value, losses } = drafted(
    [
      ['', 'Der Dienstleister meldet Vorfälle. Er tut es sofort.'],
      [long, 'Mehr.'],
    ],
    ['title', 'statement'],
    null,
  )
  const [first, second] = requirements(value)
  expect(first && titleOf(first.text)).toBe('Der Dienstleister meldet Vorfälle')
  expect(first && statementText(first.text)).toBe('Der Dienstleister meldet Vorfälle. Er tut es sofort.')
  expect(second && titleOf(second.text)).toBe('Der Dienstleister sichert alle Daten')
  expect(second && statementText(second.text)).toBe(`${long}\n\nMehr.`)
  expect(losses.map(({ code, place }) => [code, place])).toEqual([['row-without-title', 'S!1']])
})

test('DRA4 rows that are no requirement are reported, empty ones are not', () => {
  const { value, losses } = drafted(
    [
      ['Titel', 'Nachweis'],
      ['', ''],
      ['', 'nur Nachweis'],
      ['a', ''],
    ],
    ['title', 'verification'],
  )
  expect(requirements(value)).toHaveLength(1)
  expect(losses).toEqual([{ code: 'row-skipped', place: 'S!3', detail: '', count: 1 }])
})

test('DRA5 a table without a title column and a number used twice are refused', () => {
  expect(tableToDraft(tableOf(['a']), { headerRow: 0, columns: ['number'] }, options)).toEqual({
    ok: false,
    problem: { code: 'no-title-column' },
  })
  const twice = tableOf(['Nr', 'Titel'], ['1', 'a'], ['2', 'b'], ['1', 'c'])
  expect(tableToDraft(twice, { headerRow: 0, columns: ['number', 'title'] }, options)).toEqual({
    ok: false,
    problem: { code: 'duplicate-number', number: '1', rows: [2, 4] },
  })
})

test('DRA6 markup and formulas in cells are words', () => {
  const { value } = drafted([['*a* {{x}}', '[b](http://c) **d** =1']], ['title', 'statement'], null)
  const [first] = requirements(value)
  expect(first && titleOf(first.text)).toBe('*a* {{x}}')
  expect(first && statementText(first.text)).toBe('[b](http://c) **d** =1')
  expect(JSON.stringify(first?.text)).not.toContain('marks')
})
