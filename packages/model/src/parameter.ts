import { z } from 'zod'
import type { Language } from './project.ts'

/** What a parameter's value is; values are words in every kind, checked by `parameterValueProblem`. */
export const parameterKinds = ['text', 'number', 'choice', 'duration', 'person'] as const
export const parameterKindSchema = z.enum(parameterKinds)
export type ParameterKind = z.infer<typeof parameterKindSchema>

/** Which party is to fill a parameter. */
export const fillers = ['client', 'provider', 'both'] as const
export const fillerSchema = z.enum(fillers)
export type Filler = z.infer<typeof fillerSchema>

const mostChoices = 100
const choiceSchema = z.string().min(1).max(2_000)

/** What fills a parameter: words or, where several choices may be made together, the list of those that were. */
const parameterValueSchema = z.union([choiceSchema, z.array(choiceSchema).min(1).max(mostChoices)])
export type ParameterValue = z.infer<typeof parameterValueSchema>

/** A blank to be negotiated inside a statement; `value` is `null` while it is unset. */
export const parameterFieldsSchema = z.object({
  label: z.string().min(1).max(500),
  kind: parameterKindSchema,
  /** Unit of a number or duration, e.g. "hours"; empty for none. */
  unit: z.string().max(60),
  /** The choices of kind `choice`; empty otherwise. */
  choices: z.array(choiceSchema).max(mostChoices),
  /** Whether several choices may be made together; only of kind `choice`. */
  many: z.boolean(),
  filler: fillerSchema,
  value: parameterValueSchema.nullable(),
})
export type ParameterFields = Readonly<z.infer<typeof parameterFieldsSchema>>

/** Why a value does not fit a parameter, or `null` where it does. */
export function parameterValueProblem(
  parameter: Pick<ParameterFields, 'kind' | 'choices' | 'many'>,
  value: ParameterValue | null,
): 'not-a-number' | 'not-a-choice' | 'only-one-value' | null {
  if (value === null) return null
  const isChoice = (word: string) => parameter.choices.length === 0 || parameter.choices.includes(word)
  if (typeof value !== 'string') {
    if (parameter.kind !== 'choice' || !parameter.many) return 'only-one-value'
    return value.every(isChoice) ? null : 'not-a-choice'
  }
  switch (parameter.kind) {
    case 'number':
      return /^[-+]?\d+([.,]\d+)?$/.test(value.trim()) ? null : 'not-a-number'
    case 'choice':
      return isChoice(value) ? null : 'not-a-choice'
    case 'text':
    case 'duration':
    case 'person':
      return null
    default:
      return parameter.kind satisfies never
  }
}

/**
 * A parameter in its one form: `many` is said of choices only, what was chosen of several is a list, each once and in the
 * order of the choices, and where one only can be chosen it is no list, unless more than one is in it.
 */
export function settleParameter(parameter: ParameterFields): ParameterFields {
  const { value, choices } = parameter
  const many = parameter.many && parameter.kind === 'choice'
  if (value === null) return { ...parameter, many }
  const chosen = [...new Set(typeof value === 'string' ? [value] : value)]
  if (many) chosen.sort((one, other) => choices.indexOf(one) - choices.indexOf(other))
  const [first, ...others] = chosen
  return { ...parameter, many, value: many || first === undefined || others.length > 0 ? chosen : first }
}

/**
 * A parameter's value as it reads in a sentence of that language, `null` while it is unset: several are joined with
 * "and", and a unit follows what ends in a digit.
 */
export function parameterWords(
  { value, unit }: Pick<ParameterFields, 'value' | 'unit'>,
  language: Language,
): string | null {
  if (value === null) return null
  if (typeof value !== 'string') return lists[language].format(value)
  return unit !== '' && /\d$/.test(value) ? `${value} ${unit}` : value
}

const lists: Readonly<Record<Language, Intl.ListFormat>> = {
  de: new Intl.ListFormat('de-DE'),
  en: new Intl.ListFormat('en-GB'),
}
