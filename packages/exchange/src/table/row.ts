import { plainBlocks as paragraphsOf, titleLine } from '@parley/document'
import {
  type ColumnRole,
  type DraftRequirement,
  emptyFields,
  type Fields,
  type Guidance,
  type NodeJson,
} from '@parley/model'
import { shorten } from '../content/clean.ts'
import { text, words } from '../content/nodes.ts'
import { isItem, readLists } from '../markup/lists.ts'
import type { Losses } from '../read-result.ts'
import { placeOf } from './address.ts'
import { addresseeWords, areaWords, type FieldWords, levelWords, strengthWords } from './field-words.ts'
import type { Table, TableMapping } from './table.ts'

const most = { title: 300, verification: 4_000, levelReason: 2_000, source: 200, sources: 50 }

/** One row of a table by the roles of its columns. */
export class Row {
  readonly place: string
  readonly #cells: readonly string[]
  readonly #headings: readonly string[]
  readonly #mapping: TableMapping
  readonly #table: Table
  readonly #index: number
  readonly #losses: Losses
  readonly #extra: Guidance[] = []

  constructor(table: Table, mapping: TableMapping, index: number, losses: Losses) {
    this.#table = table
    this.#mapping = mapping
    this.#index = index
    this.#losses = losses
    this.#cells = table.rows[index] ?? []
    this.#headings = mapping.headerRow === null ? [] : (table.rows[mapping.headerRow] ?? [])
    this.place = placeOf(table.sheet, index, 0).replace(/A(\d+)$/, '$1')
  }

  /** The words of all columns with a role, empty ones left out. */
  cells(role: ColumnRole): { readonly words: string; readonly heading: string; readonly place: string }[] {
    return this.#mapping.columns.flatMap((each, column) => {
      const words = this.#cells[column] ?? ''
      if (each !== role || words === '') return []
      const place = placeOf(this.#table.sheet, this.#index, column)
      return [{ words, heading: this.#headings[column] ?? '', place }]
    })
  }

  words(role: ColumnRole): string {
    return this.cells(role)
      .map((cell) => cell.words)
      .join('\n\n')
  }

  /** Whether any column that says something about a requirement holds words. */
  isFilled(): boolean {
    return this.#mapping.columns.some(
      (role, column) => role !== 'ignore' && role !== 'section' && (this.#cells[column] ?? '') !== '',
    )
  }

  requirement(): DraftRequirement {
    const statement = this.words('statement')
    const { title, isWhole } = this.#title(statement)
    const fields = this.#fields()
    // A title too long to be one stays whole as the first words of the statement.
    const lead = isWhole ? [] : blocksOf(this.words('title'))
    return {
      text: text(title, [...lead, ...blocksOf(statement)], this.place),
      fields,
      parameters: [],
      guidance: [
        ...this.cells('guidance').map((cell) => asGuidance(cell.heading, cell.words)),
        ...this.#extra,
      ],
      origin: { id: this.words('number'), stableKey: null, props: [], links: [], className: null },
      children: [],
    }
  }

  #title(statement: string): { title: string; isWhole: boolean } {
    const given = titleLine(this.words('title'))
    if (given === '') {
      this.#losses.add('row-without-title', this.place)
      return { title: firstSentence(statement), isWhole: true }
    }
    if (given.length <= most.title) return { title: given, isWhole: true }
    return { title: firstSentence(given), isWhole: false }
  }

  #fields(): Fields {
    const level = this.#level()
    return {
      ...emptyFields,
      ...level,
      strength: this.#value('strength', strengthWords),
      addressee: this.#value('addressee', addresseeWords),
      area: this.#value('area', areaWords),
      verification: this.#losses.fit(this.words('verification'), most.verification, this.place),
      source: this.words('source')
        .split(/[;\n]/)
        .map((source) => this.#losses.fit(source.trim(), most.source, this.place))
        .filter(Boolean)
        .slice(0, most.sources),
    }
  }

  /** "raised: because …" gives the level and its reason. */
  #level(): Pick<Fields, 'level' | 'levelReason'> {
    const [first] = this.cells('level')
    const found = /^([^:]+):\s*([\s\S]+)$/.exec(first?.words ?? '')
    const level = found ? (levelWords.get((found[1] ?? '').trim().toLowerCase()) ?? null) : null
    if (level === null || !found) return { level: this.#value('level', levelWords), levelReason: '' }
    return { level, levelReason: this.#losses.fit(found[2] ?? '', most.levelReason, this.place) }
  }

  /** A word that no field knows is not thrown away: it stays with the requirement as guidance. */
  #value<Value extends string>(role: ColumnRole, known: FieldWords<Value>): Value | null {
    const [cell] = this.cells(role)
    if (!cell) return null
    const value = known.get(cell.words.toLowerCase().replace(/\s+/g, ' ').trim()) ?? null
    if (value === null) {
      this.#losses.add('unknown-value', cell.place, cell.words)
      this.#extra.push(asGuidance(cell.heading || role, cell.words))
    }
    return value
  }
}

function asGuidance(heading: string, prose: string): Guidance {
  return { name: shorten(titleLine(heading), 200), label: '', prose, depth: 0 }
}

function firstSentence(words: string): string {
  const line = titleLine(words.replace(/^[\s•–*-]+/, ''))
  const sentence = /^.{10,}?[.;:!?](?=\s|$)/.exec(line)?.[0].replace(/[.;:]$/, '') ?? line
  return shorten(sentence, 120)
}

/** A cell's words as blocks: paragraphs, and lists where lines begin with bullets or numbers. */
function blocksOf(cell: string): NodeJson[] {
  return cell.split(/\n(?:[^\S\n]*\n)+/).flatMap((block) => {
    const lines = block.split('\n')
    const first = lines.findIndex(isItem)
    if (first < 0) return paragraphsOf(block)
    return [
      ...paragraphsOf(lines.slice(0, first).join('\n')),
      ...readLists(lines.slice(first), (line) => words(line)),
    ]
  })
}
