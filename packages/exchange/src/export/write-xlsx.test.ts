import {
  bold,
  bulletList,
  orderedList,
  paragraph,
  statementText,
  textContent,
  titleOf,
} from '@parley/document'
import type { DraftDocument, DraftRequirement, DraftSection } from '@parley/model'
import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { expect, test } from 'vitest'
import { readTable } from '../table/read-table.ts'
import { suggestMapping } from '../table/suggest-mapping.ts'
import { tableToDraft } from '../table/table-to-draft.ts'
import type { ExportDocument } from './export-document.ts'
import { placedRequirements } from './outline.ts'
import { chipWords } from './phrases.ts'
import { bareRequirement, sampleDocument, sampleSection, templateDocument } from './sample-document.ts'
import { exportWords } from './words.ts'
import { writeXlsx } from './write-xlsx.ts'

const german = exportWords('de')

test.for(['de', 'en'] as const)(
  'XLS1 what is written is read again: sections, titles, texts, fields (%s)',
  async (language) => {
    const document = templateDocument()
    const draft = await roundTrip(document, language)
    const wanted = placedRequirements(document).map(({ requirement, path }) => ({
      path,
      number: `R-${requirement.number}`,
      title: titleOf(requirement.text),
      statement: statementText(requirement.text, chipWords(requirement, exportWords(language))),
      fields: requirement.fields,
    }))
    expect(placed(draft.sections, [])).toEqual(wanted)
  },
)

test('XLS1 lists, several paragraphs and a raised level with its reason survive too', async () => {
  const lists = textContent('Listen', [
    paragraph('Vorab ', bold('fett'), ' gesagt:'),
    bulletList('eins', 'zwei'),
    orderedList('erstens', 'zweitens'),
    paragraph('Schluss.'),
  ])
  const requirement = {
    ...bareRequirement(4),
    text: lists,
    fields: { ...bareRequirement(4).fields, level: 'raised' as const, levelReason: 'hoher Schutzbedarf' },
  }
  const draft = await roundTrip(sampleDocument([sampleSection('Eins', [requirement])]), 'de')
  const [read] = draft.sections[0]?.requirements ?? []
  expect(read && statementText(read.text)).toBe(statementText(lists))
  expect(read?.text.content?.map((block) => block.type)).toEqual(lists.content?.map((block) => block.type))
  expect(read?.fields).toMatchObject({ level: 'raised', levelReason: 'hoher Schutzbedarf' })
})

test('XLS2 words that look like formulas stay words and are kept from becoming formulas', async () => {
  const titles = [
    '=1+1',
    '+49 30 1',
    '-2',
    '@SUM(A1)',
    ' =HYPERLINK("http://x")',
    '_x0041_ stays',
    'a\u0007b <&>"',
  ]
  const bytes = await writeXlsx(
    sampleDocument([
      sampleSection(
        '=cmd',
        titles.map((title, index) => bareRequirement(index + 1, title)),
      ),
    ]),
    german,
  )
  const xml = sheetXml(bytes)
  expect(xml).not.toMatch(/<f[\s>]/)
  const rows = tableOf(bytes).rows
  const column = rows[0]?.indexOf('Titel') ?? -1
  expect(rows.slice(1).map((row) => row[column])).toEqual([
    '=1+1',
    '+49 30 1',
    '-2',
    '@SUM(A1)',
    '=HYPERLINK("http://x")',
    '_x0041_ stays',
    'ab <&>"',
  ])
  const styles = unzipped(bytes, 'xl/styles.xml')
  const style = /<c r="C2"[^>]*? s="(\d+)"/.exec(xml)?.[1]
  const xf = styles.split('<cellXfs')[1]?.match(/<xf [^>]*/g)?.[Number(style)]
  const format = /numFmtId="(\d+)"/.exec(xf ?? '')?.[1]
  expect(styles).toContain(`<numFmt numFmtId="${format}" formatCode="@"/>`)
})

test('XLS3 the head is frozen and filterable, cells wrap', async () => {
  const xml = sheetXml(await writeXlsx(templateDocument(), german))
  expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  expect(xml).toMatch(/<\/sheetData><autoFilter ref="A1:[A-Z]+61"\/>/)
})

test('XLS4 positions of both parties, counts and states stand in the row', async () => {
  const requirement = {
    ...bareRequirement(7, 'Datensicherung'),
    openThreads: 3,
    withdrawn: true,
    positions: [
      { party: 'client', stance: 'agreed' as const, words: '', outdated: false },
      { party: 'provider', stance: 'agreed-with-reservation' as const, words: 'ab Januar', outdated: true },
    ],
  }
  const rows = tableOf(
    await writeXlsx(sampleDocument([sampleSection('Technik', [requirement])]), german),
  ).rows
  const row = Object.fromEntries((rows[0] ?? []).map((heading, column) => [heading, rows[1]?.[column]]))
  expect(row).toMatchObject({
    Nummer: 'R-7',
    Abschnitt: 'Technik',
    Status: 'zurückgezogen',
    'Offene gemeinsame Diskussionen': '3',
    'Position: Auftraggeber Stadtwerke Auental': 'einverstanden',
    'Position: Dienstleister Nordhost GmbH':
      'einverstanden mit Vorbehalt (veraltet: der Inhalt hat sich seither geändert)',
    'Anmerkung zur Position: Dienstleister Nordhost GmbH': 'ab Januar',
  })
})

test('XLS5 private notes have a column only where they were asked for', async () => {
  const heading = 'Interne Notizen Ihrer Partei'
  const thread = {
    state: 'open' as const,
    quote: '',
    comments: [
      {
        author: 'Mara Vogt',
        organisation: 'Stadtwerke Auental',
        at: '2026-11-24T14:05:00Z',
        body: 'intern!',
      },
    ],
  }
  const without = await writeXlsx(sampleDocument([sampleSection('A', [bareRequirement(1)])]), german)
  const given = await writeXlsx(
    sampleDocument([sampleSection('A', [{ ...bareRequirement(1), ownThreads: [thread] }])]),
    german,
  )
  expect(tableOf(without).rows[0]).not.toContain(heading)
  const rows = tableOf(given).rows
  expect(rows[1]?.[rows[0]?.indexOf(heading) ?? -1]).toContain('intern!')
})

test('XLS6 a text longer than a cell says how much is left out', async () => {
  const long = textContent('Lang', [paragraph('x'.repeat(40_000))])
  const bytes = await writeXlsx(
    sampleDocument([sampleSection('A', [{ ...bareRequirement(1), text: long }])]),
    german,
  )
  const rows = tableOf(bytes).rows
  const cell = rows[1]?.[rows[0]?.indexOf('Anforderungstext') ?? -1] ?? ''
  const kept = cell.match(/^x+/)?.[0].length ?? 0
  expect(cell.length).toBeLessThanOrEqual(32_767)
  expect(cell).toContain(`[${40_000 - kept} weitere Zeichen`)
})

test('XLS7 another reader sees the same cells, and who takes part', async () => {
  const bytes = await writeXlsx(templateDocument(), german)
  const blob = new Blob([new Uint8Array(bytes)])
  const other = await readSheet(blob, 1)
  const ours = tableOf(bytes).rows
  expect(other.map((row) => row.map((cell) => String(cell ?? '')))).toEqual(ours.map((row) => [...row]))
  const project = JSON.stringify(await readSheet(blob, 'Projekt'))
  expect(project).toContain('Rechenzentrumsbetrieb 2027')
  expect(project).toContain('Fassung 2 „Nach Termin 3“ (Arbeitsstand), 24. November 2026')
  expect(project).toContain('["Dienstleister","Nordhost GmbH","Ada Lenz","Leistungsverantwortung"]')
})

async function roundTrip(document: ExportDocument, language: 'de' | 'en'): Promise<DraftDocument> {
  const table = tableOf(await writeXlsx(document, exportWords(language)))
  const draft = tableToDraft(table, suggestMapping(table), { title: 'x', language })
  if (!draft.ok) throw new Error(JSON.stringify(draft.problem))
  expect(draft.losses).toEqual([])
  return draft.value
}

function tableOf(bytes: Uint8Array) {
  const table = readTable(bytes)
  if (!table.ok) throw new Error(JSON.stringify(table.problem))
  return table.value
}

function placed(sections: readonly DraftSection[], above: readonly string[]): unknown[] {
  return sections.flatMap((section) => {
    const path = [...above, titleOf(section.text)]
    const one = (requirement: DraftRequirement) => ({
      path,
      number: requirement.origin?.id,
      title: titleOf(requirement.text),
      statement: statementText(requirement.text),
      fields: requirement.fields,
    })
    return [...section.requirements.map(one), ...placed(section.sections, path)]
  })
}

function sheetXml(bytes: Uint8Array): string {
  return unzipped(bytes, 'xl/worksheets/sheet1.xml')
}

function unzipped(bytes: Uint8Array, path: string): string {
  const file = unzipSync(bytes)[path]
  if (!file) throw new Error(`no ${path} in the workbook`)
  return new TextDecoder().decode(file)
}
