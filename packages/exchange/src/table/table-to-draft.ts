import type { DraftDocument, DraftRequirement, DraftSection, Language } from '@parley/model'
import { text } from '../content/nodes.ts'
import { exportWords } from '../export/words.ts'
import { type Losses, type ReadResult, reading, Unreadable } from '../read-result.ts'
import { Row } from './row.ts'
import { SectionTree } from './section-tree.ts'
import type { Table, TableMapping } from './table.ts'

export interface TableDraftOptions {
  /** Title of the document, e.g. the file's name. */
  readonly title: string
  readonly language: Language
}

/** The requirements of a table, by a mapping of its columns; columns that are ignored on purpose are no loss. */
export function tableToDraft(
  table: Table,
  mapping: TableMapping,
  options: TableDraftOptions,
): ReadResult<DraftDocument> {
  return reading((losses) => ({
    title: options.title,
    language: options.language,
    source: null,
    sections: readSections(table, mapping, exportWords(options.language).requirements, losses),
  }))
}

/** Sections nest no deeper than this. */
const deepest = 8

function readSections(
  table: Table,
  mapping: TableMapping,
  nameless: string,
  losses: Losses,
): readonly DraftSection[] {
  if (!mapping.columns.includes('title') && !mapping.columns.includes('statement')) {
    throw new Unreadable({ code: 'no-title-column' })
  }
  const tree = new SectionTree((title) => text(title, [], title), nameless)
  const numbers = new Map<string, number>()
  let path: readonly string[] = []
  for (let index = (mapping.headerRow ?? -1) + 1; index < table.rows.length; index += 1) {
    const row = new Row(table, mapping, index, losses)
    // Section cells are merged over their rows or written once: what is empty goes on.
    const section = row.words('section')
    if (section !== '') {
      path = section.split(' › ', deepest).map((title) => title.trim())
      tree.open(path)
    }
    const requirement = readRow(row, numbers, index, losses)
    if (requirement) tree.add(path, requirement)
  }
  return tree.sections()
}

function readRow(
  row: Row,
  numbers: Map<string, number>,
  index: number,
  losses: Losses,
): DraftRequirement | null {
  if (row.words('title') === '' && row.words('statement') === '') {
    if (row.isFilled()) losses.add('row-skipped', row.place)
    return null
  }
  const number = row.words('number')
  const before = numbers.get(number)
  if (number !== '' && before !== undefined) {
    throw new Unreadable({ code: 'duplicate-number', number, rows: [before + 1, index + 1] })
  }
  numbers.set(number, index)
  return row.requirement()
}
