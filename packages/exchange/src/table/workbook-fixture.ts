import { strToU8, type Zippable, zipSync } from 'fflate'

/** For tests: a workbook with one sheet whose cells are given as SpreadsheetML. */
export function workbook(
  sheetData: string,
  more: Partial<Record<'after' | 'strings' | 'styles', string>> = {},
): Uint8Array {
  return zipSync(files({ Blatt1: `<sheetData>${sheetData}</sheetData>${more.after ?? ''}` }, more))
}

/** For tests: the files of a workbook with sheets by name. */
export function files(
  sheets: Readonly<Record<string, string>>,
  more: Partial<Record<'strings' | 'styles', string>> = {},
): Zippable {
  const names = Object.keys(sheets)
  const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${kinds}/${kind}" Target="${target}"/>`
  const entries = names.map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const links = names.map((_, index) =>
    relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  )
  return {
    '_rels/.rels': xml(
      `<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': xml(`<workbook><sheets>${entries.join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships>${links.join('')}${relation('s', 'sharedStrings', 'sharedStrings.xml')}${relation('t', 'styles', 'styles.xml')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': xml(`<sst>${more.strings ?? ''}</sst>`),
    'xl/styles.xml': xml(`<styleSheet>${more.styles ?? ''}</styleSheet>`),
    ...Object.fromEntries(
      Object.values(sheets).map((body, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        xml(`<worksheet>${body}</worksheet>`),
      ]),
    ),
  }
}

export const xml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`)

/** For tests: a cell with a string of its own. */
export const inline = (address: string, words: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`
