import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  blockquote,
  bold,
  bulletList,
  chip,
  chipIds,
  contentFromPlain,
  contentProblem,
  findQuote,
  hardBreak,
  headerRow,
  isEmptyStatement,
  orderedList,
  paragraph,
  plainText,
  quoteAt,
  replaceChips,
  statementText,
  table,
  tableRow,
  textContent,
  titleOf,
} from '../index.ts'
import { fixed, validContent } from '../testing/arbitrary.ts'

test('W1 paragraphs split at blank lines, other line ends are breaks', () => {
  expect(contentFromPlain(' A\n title ', 'one\ntwo\r\n\r\n  \n three \n\n\n\nfour')).toEqual(
    textContent('A title', [paragraph('one', hardBreak, 'two'), paragraph('three'), paragraph('four')]),
  )
})

test('W1 known keys become chips, unknown ones stay words', () => {
  const ids: Readonly<Record<string, string>> = { time: 'p1' }
  const content = contentFromPlain('T', 'within {{ time }}{{time}} of {{other}}.', (key) => ids[key] ?? null)
  expect(content).toEqual(
    textContent('T', [paragraph('within ', chip('p1'), chip('p1'), ' of ', '{{other}}', '.')]),
  )
})

test('W1 any words give content without a problem', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, statement) => {
      expect(contentProblem(contentFromPlain(title, statement, (key) => key || null))).toBeNull()
    }),
    fixed(50),
  )
  expect(contentProblem(contentFromPlain('a\u0000\ud800', 'b\ud800\u0000'))).toBeNull()
})

test('W1 plain paragraphs come back as they were', () => {
  const statement = 'one two\nthree\n\nfour {{p1}}'
  expect(statementText(contentFromPlain('T', statement, (key) => key))).toBe(statement)
})

const content = textContent('Title', [
  paragraph('one ', bold('two'), hardBreak, chip('p2')),
  bulletList('a', 'b'),
  orderedList('c', 'd'),
  blockquote('said'),
  table(headerRow('h', 'i'), tableRow('j', chip('p1'))),
])

test('W2 the title, the statement and the whole read as they stand', () => {
  const statement = 'one two\n[p2]\n\n- a\n- b\n\n1. c\n2. d\n\n> said\n\nh\ti\nj\t[p1]'
  const face = (id: string) => `[${id}]`
  expect(titleOf(content)).toBe('Title')
  expect(statementText(content, face)).toBe(statement)
  expect(plainText(content, face)).toBe(`Title\n\n${statement}`)
})

test('W2 chips are listed once, in reading order, and can be renamed or taken out', () => {
  expect(chipIds(content)).toEqual(['p2', 'p1'])
  expect(chipIds(replaceChips(content, (id) => (id === 'p1' ? 'new' : null)))).toEqual(['new'])
  expect(replaceChips(content, (id) => id)).toEqual(content)
})

test('W2 a statement is empty without words and chips', () => {
  expect(isEmptyStatement(textContent('Title'))).toBe(true)
  expect(isEmptyStatement(textContent('Title', [paragraph(' ', hardBreak), bulletList('')]))).toBe(true)
  expect(isEmptyStatement(textContent('', [bulletList('x')]))).toBe(false)
  expect(isEmptyStatement(textContent('', [paragraph(chip('p1'))]))).toBe(false)
})

test('N4 a quote is found where it stands, across marks, chips and blocks', () => {
  const quoted = textContent('Title', [paragraph('one ', bold('two'), chip('p1')), bulletList('three')])
  for (let from = 0; from < 30; from += 1) {
    for (let to = from + 1; to <= 30; to += 1) {
      const quote = quoteAt(quoted, from, to)
      const range = findQuote(quoted, quote, from)
      if (quote === '') expect(range).toBeNull()
      else expect(range && quoteAt(quoted, range.from, range.to)).toBe(quote)
    }
  }
})

test('N4 any quote of any text is found again', () => {
  fc.assert(
    fc.property(validContent, fc.nat(80), fc.nat(80), (any, from, length) => {
      const quote = quoteAt(any, from, from + length)
      const range = findQuote(any, quote, from)
      expect(range ? quoteAt(any, range.from, range.to) : '').toBe(quote)
    }),
    fixed(51, 150),
  )
})

test('N4 a quote that stands twice is taken where it is nearest, or nowhere', () => {
  const twice = textContent('', [paragraph('same'), paragraph('same')])
  expect(findQuote(twice, 'same')).toBeNull()
  expect(findQuote(twice, 'same', 4)).toEqual({ from: 3, to: 7 })
  expect(findQuote(twice, 'same', 8)).toEqual({ from: 9, to: 13 })
  expect(findQuote(twice, 'other')).toBeNull()
})
