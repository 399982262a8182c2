import { expect, test } from 'vitest'
import { isSafeLink, schema } from '../index.ts'

test.each([
  'http://a.example',
  'https://a.example/x?y=1#z',
  'HTTPS://A.EXAMPLE',
  'mailto:a@b.example',
  'https://ä.example/ü',
])('S3 %s is a safe link', (href) => expect(isSafeLink(href)).toBe(true))

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' https://a.example',
  'java\tscript:alert(1)',
  'https:a.example',
  'https://',
  '//a.example',
  '/path',
  'a.example',
  'data:text/html,x',
  'vbscript:x',
  'ftp://a.example',
  'https://a.example/"onclick=',
  'https://a.example/\u0000',
  'https://a.example/ b',
  `https://a.example/${'x'.repeat(2_000)}`,
  '',
  null,
  7,
  { toString: () => 'https://a.example' },
])('S3 %j is not a safe link', (href) => expect(isSafeLink(href)).toBe(false))

test('S3 a link stores its address only', () => {
  expect(Object.keys(schema.marks.link?.spec.attrs ?? {})).toEqual(['href'])
})

test('S4 below the title every element may be empty and every mark goes with every other', () => {
  for (const type of Object.values(schema.nodes)) {
    if (type.name !== 'doc') expect(type.contentMatch.validEnd, type.name).toBe(true)
  }
  const marks = Object.values(schema.marks)
  for (const mark of marks) expect(marks.filter((other) => mark.excludes(other))).toEqual([mark])
})

test('S1 a title takes words only', () => {
  const { title, parameter, text, hardBreak } = schema.nodes
  expect(Object.values(schema.marks).some((mark) => title?.allowsMarkType(mark))).toBe(false)
  for (const type of [parameter, hardBreak]) expect(type && title?.contentMatch.matchType(type)).toBeNull()
  expect(text && title?.contentMatch.matchType(text)).toBeTruthy()
})
