import { expect, test } from 'vitest'
import { cssString } from './css-string.ts'

test('words of people cannot leave their CSS string', () => {
  expect(cssString('Betrieb 2027 – Netz')).toBe('"Betrieb 2027 – Netz"')
  expect(cssString('"} </style><script>')).toBe('"\\22 \\7d  \\3c /style\\3e \\3c script\\3e "')
  expect(cssString('a\\b\nc')).toBe('"a\\5c b\\a c"')
})
