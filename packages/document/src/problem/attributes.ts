import { headingLevels } from '../schema/heading.ts'
import { limits } from '../schema/limits.ts'
import { alignments } from '../schema/table.ts'

type Check = (value: unknown) => boolean

const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)

const between =
  (low: number, high: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= low && Number(value) <= high

const cell: Readonly<Record<string, Check>> = {
  colspan: between(1, limits.span),
  rowspan: between(1, limits.span),
  align: oneOf([null, ...alignments]),
}

const id: Check = (value) =>
  typeof value === 'string' && value.length > 0 && value.length <= limits.chipId && isStorable(value)

const nodeChecks: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  heading: { level: oneOf(headingLevels) },
  orderedList: { start: between(0, 1_000_000), type: oneOf([null, '1', 'a', 'A', 'i', 'I']) },
  tableCell: cell,
  tableHeader: cell,
  parameter: { id },
}

/** Attributes without which a node means nothing. */
const required: Readonly<Record<string, readonly string[]>> = { parameter: ['id'] }

/** What is wrong with a node's attributes: the code and the attribute's name, or `null`. */
export function attributeProblem(type: string, attrs: Readonly<Record<string, unknown>>) {
  const checks = Object.hasOwn(nodeChecks, type) ? nodeChecks[type] : undefined
  for (const [name, value] of Object.entries(attrs)) {
    const check = checks && Object.hasOwn(checks, name) ? checks[name] : undefined
    if (!check) return { code: 'unknown-attribute', name } as const
    if (!check(value)) return { code: 'bad-attribute', name } as const
  }
  const missing = (required[type] ?? []).find((name) => !Object.hasOwn(attrs, name))
  return missing === undefined ? null : ({ code: 'bad-attribute', name: missing } as const)
}

/** Whether words can be stored everywhere: no U+0000, no lone surrogates. */
export const isStorable = (words: string) => !words.includes('\u0000') && words.isWellFormed()
