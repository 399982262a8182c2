import { type Fields, type Language, parameterWords } from '@parley/model'
import type { ParameterView } from '@parley/protocol'

/** One field or blank that differs, in words; empty where it was or is not stated. */
export interface ChangeLine {
  readonly key: string
  readonly label: string
  readonly before: string
  readonly after: string
}

/** Words of the user's language for a field's name and for a value of a closed list. */
export interface FieldWords {
  readonly name: (field: keyof Fields) => string
  readonly value: (field: keyof Fields, value: string) => string
}

const fields = ['strength', 'addressee', 'area', 'level', 'levelReason', 'verification', 'source'] as const

/** The fields that differ. */
export function fieldLines(before: Fields, after: Fields, words: FieldWords): readonly ChangeLine[] {
  const wordsOf = (of: Fields, field: (typeof fields)[number]) => {
    const value = of[field]
    if (value === null) return ''
    return typeof value === 'string' ? (value === '' ? '' : words.value(field, value)) : value.join(', ')
  }
  return fields
    .map((field) => ({
      key: field,
      label: words.name(field),
      before: wordsOf(before, field),
      after: wordsOf(after, field),
    }))
    .filter((line) => line.before !== line.after)
}

/** The blanks that were added, removed, filled or changed, their values as in a sentence of the project's language. */
export function parameterLines(
  before: readonly ParameterView[],
  after: readonly ParameterView[],
  language: Language,
): readonly ChangeLine[] {
  const inWords = (parameter: ParameterView | undefined) =>
    parameter
      ? (parameterWords(parameter, language) ?? ['…', parameter.unit].filter((word) => word !== '').join(' '))
      : ''
  const ids = [...new Set([...before, ...after].map((parameter) => parameter.id))]
  return ids
    .map((id) => {
      const was = before.find((parameter) => parameter.id === id)
      const is = after.find((parameter) => parameter.id === id)
      return { key: id, label: is?.label ?? was?.label ?? '', before: inWords(was), after: inWords(is) }
    })
    .filter((line) => line.before !== line.after)
}
