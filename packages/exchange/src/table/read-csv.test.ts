import { expect, test } from 'vitest'
import { readPastedTable, readTable } from './read-table.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, isBig: boolean, mark: boolean) => {
  const marked = mark ? `\ufeff${text}` : text
  const view = new DataView(new ArrayBuffer(marked.length * 2))
  for (let at = 0; at < marked.length; at += 1) view.setUint16(at * 2, marked.charCodeAt(at), !isBig)
  return new Uint8Array(view.buffer)
}
const windows1252 = (text: string) =>
  Uint8Array.from(text, (character) =>
    character === '€' ? 0x80 : character === '„' ? 0x84 : character.charCodeAt(0),
  )

const rows = [
  ['Nr', 'Prüfung'],
  ['1', 'Übergabe „sofort'],
]
const text = 'Nr;Prüfung\r\n1;Übergabe „sofort\r\n'

test.for([
  ['UTF-8', utf8(text)],
  ['UTF-8 with mark', utf8(`\ufeff${text}`)],
  ['UTF-16 little', utf16(text, false, true)],
  ['UTF-16 big', utf16(text, true, true)],
  ['UTF-16 little without mark', utf16(text, false, false)],
  ['Windows-1252', windows1252(text)],
] as const)('CSV1 %s is told from the bytes', ([, bytes]) => {
  const result = readTable(bytes)
  expect(result.ok && result.value.rows).toEqual(rows)
})

test.for([
  ['semicolons', 'a;b\n"x;1";"y, z, and, more, commas"'],
  ['commas', 'a,b\n"x;1","y, z, and, more, commas"'],
  ['tabs', 'a\tb\n"x;1"\t"y, z, and, more, commas"'],
  ['what Excel says', 'sep=|\r\na|b\n"x;1"|"y, z, and, more, commas"'],
])('CSV2 cells are divided by %s', ([, csv]) => {
  const result = readTable(utf8(csv ?? ''))
  expect(result.ok && result.value.rows).toEqual([
    ['a', 'b'],
    ['x;1', 'y, z, and, more, commas'],
  ])
})

test('CSV3 quoted cells hold line breaks and quotes', () => {
  const result = readTable(utf8('a;b\r\n"eins\r\nzwei";"sagt ""ja"""'))
  expect(result.ok && result.value.rows[1]).toEqual(['eins\nzwei', 'sagt "ja"'])
})

test('CSV4 uneven quotes are reported, binary files and too many rows refused', () => {
  const uneven = readTable(utf8('a;b\n1;"x'))
  expect(uneven.ok && uneven.losses.map((loss) => loss.code)).toEqual(['uneven-quotes'])
  expect(readTable(utf8('PNG\u0000 \u0001;x'))).toEqual({ ok: false, problem: { code: 'not-a-spreadsheet' } })
  expect(readTable(utf8('a;b\n'.repeat(100_000)))).toEqual({
    ok: false,
    problem: { code: 'too-many-rows', limit: 20_000 },
  })
  expect(readTable(utf8(' \n;;\n'))).toEqual({ ok: false, problem: { code: 'empty-table' } })
})

test('CSV5 pasted cells are quoted only where they hold tabs or line breaks', () => {
  const pasted = 'Titel\tText\r\n"Cloud" nutzen\t"eins\nzwei ""drei"""\r\n"alles"\t=A1\r\n'
  const result = readPastedTable(pasted)
  expect(result.ok && result.value.rows).toEqual([
    ['Titel', 'Text'],
    ['"Cloud" nutzen', 'eins\nzwei "drei"'],
    ['"alles"', '=A1'],
  ])
})

test('CSV5 a long paste of unpaired quotes takes no time', () => {
  const start = performance.now()
  const result = readPastedTable('"a\t'.repeat(150) + '\n"a'.repeat(15_000))
  expect(result.ok).toBe(true)
  expect(performance.now() - start).toBeLessThan(4_000)
})
