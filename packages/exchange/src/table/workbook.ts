import { Unreadable } from '../read-result.ts'
import { builtInFormat, formatOfCode, general, type NumberFormat } from './number-format.ts'
import { attribute, xmlTokens } from './xml.ts'

/** The parts of a workbook that a sheet's cells refer to. */
export interface Workbook {
  readonly sheets: readonly SheetEntry[]
  readonly sharedStrings: readonly string[]
  /** By the index that cells carry as their style. */
  readonly formats: readonly NumberFormat[]
  readonly from1904: boolean
}

interface SheetEntry {
  readonly name: string
  readonly path: string
  readonly isHidden: boolean
}

/** Files of a workbook as text, by path. */
export type WorkbookFiles = (path: string) => string | null

/** Reads what the sheets of a workbook share (ECMA-376 part 1, SpreadsheetML). */
export function readWorkbook(files: WorkbookFiles): Workbook {
  const path = workbookPath(files)
  const workbook = files(path)
  if (workbook === null) throw new Unreadable({ code: 'not-a-spreadsheet' })
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relations = readRelations(files(`${folder}_rels/${path.slice(folder.length)}.rels`) ?? '', folder)
  const pathOf = (kind: string) => relations.find((relation) => relation.type.endsWith(`/${kind}`))?.target
  const strings = files(pathOf('sharedStrings') ?? '')
  const styles = files(pathOf('styles') ?? '')
  const sheets: SheetEntry[] = []
  let from1904 = false
  for (const token of xmlTokens(workbook)) {
    if (token.kind !== 'open' && token.kind !== 'empty') continue
    if (token.name === 'workbookPr')
      from1904 = /^(1|true)$/.test(attribute(token.attributes, 'date1904') ?? '')
    if (token.name !== 'sheet') continue
    const relation = relations.find((each) => each.id === attribute(token.attributes, 'id'))
    if (relation?.type.endsWith('/worksheet')) {
      const name = attribute(token.attributes, 'name') ?? ''
      const isHidden = (attribute(token.attributes, 'state') ?? 'visible') !== 'visible'
      sheets.push({ name, path: relation.target, isHidden })
    }
  }
  if (sheets.length === 0) throw new Unreadable({ code: 'not-a-spreadsheet' })
  return {
    sheets,
    sharedStrings: strings === null ? [] : readSharedStrings(strings),
    formats: styles === null ? [] : readFormats(styles),
    from1904,
  }
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

function workbookPath(files: WorkbookFiles): string {
  const root = readRelations(files('_rels/.rels') ?? '', '')
  return root.find((relation) => relation.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
}

function readRelations(xml: string, folder: string): Relation[] {
  const relations: Relation[] = []
  for (const token of xmlTokens(xml)) {
    if ((token.kind !== 'open' && token.kind !== 'empty') || token.name !== 'Relationship') continue
    const target = attribute(token.attributes, 'Target') ?? ''
    relations.push({
      id: attribute(token.attributes, 'Id') ?? '',
      type: attribute(token.attributes, 'Type') ?? '',
      target: target.startsWith('/') ? target.slice(1) : folder + target,
    })
  }
  return relations
}

function readSharedStrings(xml: string): string[] {
  const strings: string[] = []
  for (const words of stringItems(xml, 'si')) strings.push(words)
  return strings
}

/** The words of every item named `item`: its `t` elements put together, without the reading aids of `rPh`. */
function* stringItems(xml: string, item: string): Generator<string> {
  let words = ''
  let inText = false
  let inReading = false
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (inText && !inReading) words += token.text
      continue
    }
    const opens = token.kind === 'open'
    if (token.name === 't') inText = opens
    else if (token.name === 'rPh') inReading = opens
    else if (token.name === item) {
      if (!opens) yield unescapedUnicode(words)
      words = ''
    }
  }
}

/** Characters that XML cannot hold stand as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescapedUnicode(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function readFormats(xml: string): NumberFormat[] {
  const codes = new Map<number, NumberFormat>()
  const formats: NumberFormat[] = []
  let inCells = false
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') continue
    if (token.name === 'cellXfs') inCells = token.kind === 'open'
    if (token.kind === 'close') continue
    const id = Number(attribute(token.attributes, 'numFmtId') ?? '0')
    if (token.name === 'numFmt') codes.set(id, formatOfCode(attribute(token.attributes, 'formatCode') ?? ''))
    else if (token.name === 'xf' && inCells) formats.push(codes.get(id) ?? builtInFormat(id))
  }
  return formats
}

/** The format of a cell's style, general where it has none. */
export function formatOf(workbook: Workbook, style: string | null): NumberFormat {
  return workbook.formats[Number(style ?? '0')] ?? general
}
