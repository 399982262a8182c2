import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readTable } from './read-table.ts'
import { files, inline, workbook, xml } from './workbook-fixture.ts'

let bomb: Uint8Array | undefined

/** 50 MB of zeros; made once, since packing them takes a while. */
function zipBomb(): Uint8Array {
  bomb ??= zipSync({ ...files({ A: '' }), 'xl/media.xml': [new Uint8Array(50_000_000), { level: 1 }] })
  return bomb
}

function opened(bytes: Uint8Array, sheet?: string) {
  const result = readTable(bytes, sheet === undefined ? {} : { sheet })
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result
}

test('TAB1 strings of every kind are read as words', () => {
  const strings =
    '<si><t>eins</t></si><si><r><t>zw</t></r><r><t xml:space="preserve">ei </t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_&#10;b &lt;&amp;&#x20AC;</t></si>'
  const cells =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="b"><v>1</v></c><c r="E1"><v>0.30000000000000004</v></c></row>'
  expect(opened(workbook(cells, { strings })).value.rows).toEqual([
    ['eins', 'zwei', 'a\nb <&€', 'TRUE', '0.3'],
  ])
})

test('TAB2 dates, percentages and fixed decimals read as they are shown', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="[&gt;1]0;&quot;d&quot;0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="2"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs>'
  const values = [46350, 46350, 46350, 0.9995, 1.1, 7, 46350.5]
  const cells = values.map((value, style) => `<c s="${style}"><v>${value}</v></c>`).join('')
  expect(opened(workbook(`<row>${cells}</row>`, { styles })).value.rows).toEqual([
    ['46350', '2026-11-24', '2026-11-24', '99.95 %', '1.10', '7', '2026-11-24 12:00:00'],
  ])
})

test('TAB3 formulas give their stored values and are reported; errors and missing values leave the cell empty', () => {
  const cells = `<row r="1">${inline('A1', 'Titel')}${inline('B1', 'Wert')}</row><row r="2"><c r="A2" t="str"><f>B2&amp;"x"</f><v>12x</v></c><c r="B2"><f>6+6</f><v>12</v></c></row><row r="3"><c r="A3" t="str"><f>NOW()</f></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`
  const { value, losses } = opened(workbook(cells))
  expect(value.rows).toEqual([
    ['Titel', 'Wert'],
    ['12x', '12'],
  ])
  expect(losses.map(({ code, place, detail }) => [code, place, detail])).toEqual([
    ['formula', 'Blatt1!A2', '=B2&"x"'],
    ['formula', 'Blatt1!B2', '=6+6'],
    ['formula-without-value', 'Blatt1!A3', '=NOW()'],
    ['formula', 'Blatt1!B3', '=1/0'],
    ['cell-error', 'Blatt1!B3', '#DIV/0!'],
  ])
})

test('TAB4 merged cells: the value belongs to the first, and it is reported', () => {
  const cells = `<row r="1">${inline('A1', 'a')}${inline('B1', 'hidden')}</row><row r="2">${inline('A2', 'hidden')}${inline('C2', 'c')}</row>`
  const { value, losses } = opened(
    workbook(cells, { after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' }),
  )
  expect(value.rows).toEqual([
    ['a', '', ''],
    ['', '', 'c'],
  ])
  expect(losses).toEqual([{ code: 'merged-cells', place: 'Blatt1!A1:B2', detail: '', count: 1 }])
})

test('TAB5 sheets are listed and chosen by name', () => {
  const sheet = (words: string) => `<sheetData><row r="1">${inline('A1', words)}</row></sheetData>`
  const bytes = zipSync(files({ Eins: sheet('1'), Zwei: sheet('2') }))
  expect(opened(bytes).value).toMatchObject({ sheet: 'Eins', sheets: ['Eins', 'Zwei'], rows: [['1']] })
  expect(opened(bytes).losses).toEqual([{ code: 'other-sheets', place: 'Eins', detail: 'Zwei', count: 1 }])
  expect(opened(bytes, 'Zwei').value.rows).toEqual([['2']])
  expect(readTable(bytes, { sheet: 'Drei' })).toEqual({
    ok: false,
    problem: { code: 'no-such-sheet', sheet: 'Drei' },
  })
})

test('TAB6 places stay those of the sheet: empty rows and columns in between are kept', () => {
  const cells = `<row r="3">${inline('B3', 'x')}</row><row r="9" hidden="1"><c r="A9" s="4"/></row>`
  const { value, losses } = opened(workbook(cells))
  expect(value.rows).toEqual([
    ['', ''],
    ['', ''],
    ['', 'x'],
  ])
  expect(losses).toEqual([{ code: 'hidden-rows', place: 'Blatt1', detail: '', count: 1 }])
})

test('TAB7 100,000 rows, too many columns and too long cells are refused', { timeout: 30_000 }, () => {
  const rows = Array.from(
    { length: 100_000 },
    (_, index) => `<row r="${index + 1}">${inline(`A${index + 1}`, 'x')}</row>`,
  )
  expect(readTable(workbook(rows.join('')))).toEqual({
    ok: false,
    problem: { code: 'too-many-rows', limit: 20_000 },
  })
  expect(readTable(workbook(`<row r="1048576">${inline('A1048576', 'x')}</row>`))).toMatchObject({
    problem: { code: 'too-many-rows' },
  })
  expect(readTable(workbook(`<row r="1">${inline('XFD1', 'x')}</row>`))).toEqual({
    ok: false,
    problem: { code: 'too-many-columns', limit: 200 },
  })
  expect(readTable(workbook(`<row r="1">${inline('A1', 'x'.repeat(32_768))}</row>`))).toMatchObject({
    problem: { code: 'text-too-large', place: 'Blatt1!A1' },
  })
  expect(readTable(workbook(`<row>${'<c/>'.repeat(500_001)}</row>`))).toEqual({
    ok: false,
    problem: { code: 'too-many-cells', limit: 500_000 },
  })
  const merges = `<mergeCells>${'<mergeCell ref="A1:ZZ20000"/>'.repeat(30_000)}</mergeCells>`
  const tall = Array.from(
    { length: 2_000 },
    (_, row) => `<row r="${row + 1}">${inline(`A${row + 1}`, 'x')}</row>`,
  )
  expect(readTable(workbook(tall.join(''), { after: merges }))).toMatchObject({
    problem: { code: 'too-many-cells' },
  })
  expect(readTable(new Uint8Array(20_000_001))).toMatchObject({ problem: { code: 'too-large' } })
})

test('TAB8 a zip bomb is refused by what the directory says, before anything is unpacked', {
  timeout: 30_000,
}, () => {
  const bytes = zipBomb()
  expect(bytes.length).toBeLessThan(200_000)
  expect(readTable(bytes)).toEqual({ ok: false, problem: { code: 'zip-bomb', limit: 40_000_000 } })
})

test('TAB8 a zip bomb whose directory lies is refused while it is unpacked', { timeout: 30_000 }, () => {
  const bytes = zipBomb().slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length - 4; at += 1) {
    // Every size of 50,000,000 bytes in the archive now says 1,000.
    if (view.getUint32(at, true) === 50_000_000) view.setUint32(at, 1_000, true)
  }
  expect(readTable(bytes)).toEqual({ ok: false, problem: { code: 'zip-bomb', limit: 40_000_000 } })
})

test('TAB9 entities that a file defines for itself are refused', () => {
  const bomb = strToU8(
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
  )
  const bytes = zipSync({ ...files({ A: '' }), 'xl/worksheets/sheet1.xml': bomb })
  expect(readTable(bytes)).toEqual({ ok: false, problem: { code: 'not-a-spreadsheet' } })
})

test('TAB10 what is no workbook says so', () => {
  const good = workbook(`<row r="1">${inline('A1', 'x')}</row>`)
  const notSpreadsheet = { ok: false, problem: { code: 'not-a-spreadsheet' } }
  expect(readTable(good.slice(0, good.length - 30))).toEqual(notSpreadsheet)
  expect(readTable(zipSync({ 'word/document.xml': xml('<document/>') }))).toEqual(notSpreadsheet)
  expect(
    readTable(zipSync({ ...files({ A: '' }), 'xl/worksheets/sheet1.xml': strToU8('<worksheet><row') })),
  ).toEqual(notSpreadsheet)
  expect(readTable(strToU8('PK'))).toEqual(notSpreadsheet)
  expect(readTable(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual({
    ok: false,
    problem: { code: 'old-or-encrypted-workbook' },
  })
  expect(readTable(workbook(''))).toEqual({ ok: false, problem: { code: 'empty-table' } })
})

test('TAB11 no flipped byte of a workbook makes the reader throw', { timeout: 30_000 }, () => {
  const good = workbook(`<row r="1">${inline('A1', 'x')}${inline('B1', 'y')}</row>`)
  for (let at = 0; at < good.length; at += 3) {
    const bad = good.slice()
    bad[at] = (bad[at] ?? 0) ^ 0xff
    expect(typeof readTable(bad).ok).toBe('boolean')
  }
})
