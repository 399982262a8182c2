import {
  bold,
  bulletList,
  code,
  contentProblem,
  hardBreak,
  headerRow,
  heading,
  italic,
  link,
  listItem,
  orderedList,
  paragraph,
  table,
  tableRow,
  textContent,
} from '@parley/document'
import { expect, test } from 'vitest'
import { blockNodes } from './blocks.ts'
import type { MarkupPlaces } from './inline.ts'

const seen: string[] = []
const places: MarkupPlaces = {
  parameter: (id) => [{ type: 'parameter', attrs: { id } }],
  otherInsert: (source) => [{ type: 'text', text: source }],
  fragment: (href) => seen.push(href),
  image: (source) => seen.push(source),
}
const read = (source: string) => blockNodes(source, places)

test('MU1 strong, emphasis, code and links', () => {
  expect(read('a **b** *c* `d` [e](https://x.org)')).toEqual([
    paragraph('a ', bold('b'), ' ', italic('c'), ' ', code('d'), ' ', link('https://x.org', 'e')),
  ])
})

test('MU1 marks nest', () => {
  expect(read('**a *b* c**')).toEqual([
    paragraph(
      bold('a '),
      { type: 'text', text: 'b', marks: [{ type: 'bold' }, { type: 'italic' }] },
      bold(' c'),
    ),
  ])
})

test('MU2 what is not markup stays words', () => {
  for (const words of [
    'Nutzer*innen und Mitarbeiter*innen',
    '5 * 3 * 2',
    'a ** b',
    '`',
    'ac_1_prm',
    '[1] und {{x}}',
  ]) {
    expect(read(words)).toEqual([paragraph(words)])
  }
  expect(read('\\*a\\*')).toEqual([paragraph('*a*')])
})

test('MU3 parameters become chips, unsafe and inner links words', () => {
  expect(read('in {{ insert: param, ac-1_prm_1 }}.')).toEqual([
    paragraph('in ', { type: 'parameter', attrs: { id: 'ac-1_prm_1' } }, '.'),
  ])
  seen.length = 0
  expect(read('[AC-2](#ac-2) [x](javascript:alert) ![i](a.png)')).toEqual([
    paragraph('AC-2', ' ', 'x', ' ', 'i'),
  ])
  expect(seen).toEqual(['#ac-2', 'javascript:alert', 'a.png'])
})

test('MU4 paragraphs, breaks, headings, lists, tables', () => {
  expect(read('a\nb\n\nc\n## D\n- e\n- f\n  1. g\n\n| h | i |\n|---|---|\n| j | k |')).toEqual([
    paragraph('a', hardBreak, 'b'),
    paragraph('c'),
    heading(3, 'D'),
    bulletList('e', listItem(paragraph('f'), { ...orderedList('g'), attrs: { start: 1 } })),
    table(headerRow('h', 'i'), tableRow('j', 'k')),
  ])
})

test.for([
  ['asterisks', '*a '.repeat(33_000)],
  ['a run of asterisks', '*'.repeat(100_000)],
  ['strong openings', '**a '.repeat(25_000)],
  ['backticks', '`'.repeat(100_000)],
  ['brackets', '['.repeat(100_000)],
  ['half links', '[a]('.repeat(25_000)],
  ['a link of blanks', `[a](${' '.repeat(99_000)}`],
  ['inserts', '{{ insert: '.repeat(9_000)],
  ['pipes', `|${'-'.repeat(99_000)}x|`],
  ['quotes', '>'.repeat(100_000)],
  ['deep lists', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
])('MU5 hostile prose takes no time and makes valid content: %s', ([, prose]) => {
  const start = performance.now()
  const blocks = read(prose ?? '')
  expect(performance.now() - start).toBeLessThan(1_500)
  expect(contentProblem(textContent('t', blocks))?.kind).not.toBe('unsafe')
})
