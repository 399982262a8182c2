import {
  bold,
  bulletList,
  chip,
  code,
  hardBreak,
  headerRow,
  italic,
  link,
  listItem,
  orderedList,
  paragraph,
  table,
  tableRow,
  textContent,
} from '@parley/document'
import type { Language, ParameterValue } from '@parley/model'
import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { inlineNodes } from '../markup/inline.ts'
import { escaped, markdownBlocks } from './markdown-text.ts'
import { bareRequirement, sampleDocument, sampleSection, templateDocument } from './sample-document.ts'
import { exportWords } from './words.ts'
import { writeMarkdown } from './write-markdown.ts'

const noChips = () => '?'

test('MD1 the template is written whole: contents, sections, numbers, texts, fields, parties', () => {
  const markdown = writeMarkdown(templateDocument(), exportWords('de'))
  const headings = markdown.split('\n').filter((line) => /^#+ /.test(line))
  expect(headings.filter((line) => /^## \d+ /.test(line))).toHaveLength(12)
  expect(headings.filter((line) => /^### R-\d+ /.test(line))).toHaveLength(60)
  expect(markdown).toContain('| Dienstleister | Nordhost GmbH | Ada Lenz (Leistungsverantwortung) |')
  expect(markdown).toContain('  - [R-7 IT-Grundschutz als Mindestniveau](#r-7)')
  expect(markdown).toContain('* Verbindlichkeit: MUSS\n* Adressat: Auftraggeber\n* Bereich: Organisation')
  expect(markdown).toContain('| Fassung (Edition) | nicht festgelegt | Auftraggeber |')
})

test('MD2 every anchor of the contents exists once', () => {
  const markdown = writeMarkdown(templateDocument(), exportWords('en'))
  const wanted = [...markdown.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id)
  const there = [...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)
  expect(wanted).toHaveLength(72)
  expect(there).toEqual(wanted)
})

test('MD3 words mean themselves, whatever characters they have', () => {
  const places = { parameter: () => [], otherInsert: () => [], fragment: () => {}, image: () => {} }
  assert(
    property(string({ unit: 'grapheme-ascii' }), (words) => {
      const read = inlineNodes(escaped(words).replaceAll('{{', '{ {'), places)
      const bare = read.map((node) => (node.marks ? 'marked' : node.text)).join('')
      expect(bare).toBe(words.replaceAll('{{', '{ {'))
    }),
    { seed: 42, numRuns: 500 },
  )
})

test('MD4 a line that begins like a heading, list, rule or quote is none', () => {
  const firsts = ['# no', '- no', '+ no', '1. no', '12) no', '> no', '=== no', '--- no', '    no']
  for (const words of firsts) {
    const [block] = markdownBlocks([paragraph(words)], noChips)
    expect(block).toMatch(/^(?:\\|\d+\\|no)/)
  }
  expect(markdownBlocks([paragraph('eins', hardBreak, '- zwei')], noChips)).toEqual(['eins\\\n\\- zwei'])
})

test('MD5 marks, links, lists and tables', () => {
  const blocks = [
    paragraph('a ', bold('b '), italic('c'), ' ', code('d`e'), link('https://x.org/a_(b)', ' f')),
    bulletList(listItem('eins', bulletList('zwei'))),
    orderedList('drei'),
    table(headerRow('A|B', 'C'), tableRow('x', 'y')),
  ]
  expect(markdownBlocks(blocks, noChips)).toEqual([
    'a **b** *c* ``d`e`` [f](<https://x.org/a_(b)>)',
    '- eins\n  - zwei',
    '1. drei',
    '| A\\|B | C |\n| --- | --- |\n| x | y |',
  ])
})

test('MD6 chips read as values with units, or as labels in brackets', () => {
  const parameter = {
    id: 'p',
    label: 'Frist',
    kind: 'duration' as const,
    unit: 'Stunden',
    choices: [],
    many: false,
    filler: 'both' as const,
  }
  const text = textContent('T', [paragraph('nach ', chip('p'))])
  const written = (value: ParameterValue | null, language: Language = 'de') =>
    writeMarkdown(
      sampleDocument([
        sampleSection('A', [{ ...bareRequirement(1), text, parameters: [{ ...parameter, value }] }]),
      ]),
      exportWords(language),
    )
  expect(written('8')).toContain('nach 8 Stunden')
  expect(written(null)).toContain('nach \\[Frist\\]')
  expect(written(['A', 'B', 'C'])).toContain('nach A, B und C')
  expect(written(['A', 'B'], 'en')).toContain('| A and B |')
})

test('MD7 withdrawn requirements, positions and threads are told', () => {
  const comment = {
    author: 'Ada Lenz',
    organisation: 'Nordhost GmbH',
    at: '2026-11-24T14:05:00Z',
    body: 'Ab *wann*?',
  }
  const requirement = {
    ...bareRequirement(3),
    withdrawn: true,
    openThreads: 1,
    positions: [{ party: 'provider', stance: 'not-agreed' as const, words: 'zu teuer', outdated: false }],
    threads: [{ state: 'open' as const, quote: '24/7', comments: [comment] }],
  }
  const markdown = writeMarkdown(sampleDocument([sampleSection('A', [requirement])]), exportWords('de'))
  expect(markdown).toContain('### R-3 Anforderung 3 (zurückgezogen)')
  expect(markdown).toContain('+ Position Nordhost GmbH: nicht einverstanden – zu teuer')
  expect(markdown).toContain(
    '> „24/7“\\\n> Ada Lenz (Nordhost GmbH), 24. November 2026 um 14:05 UTC: Ab \\*wann\\*?',
  )
  expect(markdown).not.toContain('Interne Notizen')
})
