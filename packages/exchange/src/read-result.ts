import { shorten } from './content/clean.ts'

/** What reading a file gave: the value with everything that could not be carried over, or why it cannot be read. */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T; readonly losses: readonly Loss[] }
  | { readonly ok: false; readonly problem: ReadProblem }

/** Why something cannot be read at all; each code is worded where it is shown. */
export type ReadProblem =
  /** `line` is where it stops being JSON, as far as that is known. */
  | { readonly code: 'not-json'; readonly line: number | null }
  /** JSON, but not an OSCAL catalogue; `model` is the other OSCAL model it holds, `null` where it holds none. */
  | { readonly code: 'not-oscal'; readonly model: string | null }
  | { readonly code: 'wrong-oscal-version'; readonly version: string }
  /** A catalogue whose shape is not OSCAL's; `place` is the path of the first member that is wrong. */
  | { readonly code: 'invalid-catalogue'; readonly place: string }
  | { readonly code: 'dangling-parameter'; readonly control: string; readonly parameter: string }
  | { readonly code: 'duplicate-control'; readonly control: string }
  | { readonly code: 'too-deep'; readonly limit: number }
  | { readonly code: 'too-many-controls'; readonly limit: number }
  /** Larger than `limit` bytes (of the file) or characters (of a text). */
  | { readonly code: 'too-large'; readonly limit: number }
  | { readonly code: 'too-many-rows'; readonly limit: number }
  | { readonly code: 'too-many-columns'; readonly limit: number }
  | { readonly code: 'too-many-cells'; readonly limit: number }
  /** One text (a cell, a part of a control) is longer than `limit` characters. */
  | { readonly code: 'text-too-large'; readonly place: string; readonly limit: number }
  /** Unpacks to more than `limit` bytes, or is packed with entries that lie about their size. */
  | { readonly code: 'zip-bomb'; readonly limit: number }
  | { readonly code: 'not-a-spreadsheet' }
  /** The binary format of Excel before 2007, or a workbook that is encrypted (both are the same kind of container). */
  | { readonly code: 'old-or-encrypted-workbook' }
  | { readonly code: 'no-such-sheet'; readonly sheet: string }
  | { readonly code: 'empty-table' }
  | { readonly code: 'no-title-column' }
  | { readonly code: 'duplicate-number'; readonly number: string; readonly rows: readonly [number, number] }

/** What could not be carried over. */
export const lossCodes = [
  'control-characters',
  'unknown-member',
  'metadata',
  'back-matter',
  'prop-class',
  'link-fragment',
  'parameter-shared',
  'parameter-unused',
  'text-shortened',
  'image',
  'unknown-insert',
  'formula',
  'formula-without-value',
  'cell-error',
  'merged-cells',
  'hidden-rows',
  'other-sheets',
  'undecodable-characters',
  'uneven-quotes',
  'row-without-title',
  'row-skipped',
  'unknown-value',
] as const
export type LossCode = (typeof lossCodes)[number]

/** One thing that could not be carried over, where it was, and the source's words for it (may be empty). */
export interface Loss {
  readonly code: LossCode
  /** For people: "AC-1 › statement", "Sheet1!B7". */
  readonly place: string
  readonly detail: string
  /** How many of this kind the place stands for. */
  readonly count: number
}

/** A problem that stops reading; thrown inside a reader and turned into a `ReadResult` at its root. */
export class Unreadable extends Error {
  readonly problem: ReadProblem
  constructor(problem: ReadProblem) {
    super(`unreadable: ${problem.code}`)
    this.problem = problem
  }
}

/** Runs a reader with a list that collects its losses. */
export function reading<T>(read: (losses: Losses) => T): ReadResult<T> {
  const losses = new Losses()
  try {
    return { ok: true, value: read(losses), losses: losses.all }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem }
    throw error
  }
}

/** A report of more places than this helps nobody; the rest of a code is counted at its last place. */
const placesPerCode = 200

/** Collects losses in the order they are met; the same loss at the same place is counted, not repeated. */
export class Losses {
  readonly #all: Loss[] = []
  readonly #indexes = new Map<string, number>()
  readonly #places = new Map<LossCode, number>()

  add(code: LossCode, place: string, detail = '', count = 1): void {
    if (count <= 0) return
    const places = this.#places.get(code) ?? 0
    const key = JSON.stringify([code, place, detail])
    const index = this.#indexes.get(key) ?? (places >= placesPerCode ? this.#lastOf(code) : -1)
    const before = this.#all[index]
    if (before) {
      this.#all[index] = { ...before, count: before.count + count }
      return
    }
    this.#places.set(code, places + 1)
    this.#indexes.set(key, this.#all.length)
    this.#all.push({ code, place, detail: shorten(detail, 200), count })
  }

  #lastOf(code: LossCode): number {
    return this.#all.findLastIndex((loss) => loss.code === code)
  }

  /** The text, at most `limit` characters of it; what is cut off is a loss. */
  fit(text: string, limit: number, place: string): string {
    if (text.length <= limit) return text
    this.add('text-shortened', place, text)
    return shorten(text, limit)
  }

  get all(): readonly Loss[] {
    return this.#all
  }
}
