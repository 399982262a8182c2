import type { Language } from '@parley/model'
import type { Problem } from '@parley/protocol'
import type { z } from 'zod'

type Issue = z.core.$ZodIssue

const words = {
  en: {
    missing: 'is missing',
    type: 'has the wrong type',
    empty: 'must not be empty',
    short: 'must have at least {limit} characters',
    long: 'must have at most {limit} characters',
    small: 'must be at least {limit}',
    big: 'must be at most {limit}',
    few: 'must have at least {limit} entries',
    many: 'must have at most {limit} entries',
    email: 'is not an e-mail address',
    choice: 'is not one of: {limit}',
    unknown: 'is not expected here: {limit}',
    other: 'is not valid',
  },
  de: {
    missing: 'fehlt',
    type: 'hat den falschen Typ',
    empty: 'darf nicht leer sein',
    short: 'muss mindestens {limit} Zeichen haben',
    long: 'darf höchstens {limit} Zeichen haben',
    small: 'muss mindestens {limit} sein',
    big: 'darf höchstens {limit} sein',
    few: 'muss mindestens {limit} Einträge haben',
    many: 'darf höchstens {limit} Einträge haben',
    email: 'ist keine E-Mail-Adresse',
    choice: 'ist nicht eines von: {limit}',
    unknown: 'ist hier nicht vorgesehen: {limit}',
    other: 'ist nicht gültig',
  },
} as const

/** What is wrong with an input, field by field, in the caller's language. */
export function inputErrors(issues: readonly Issue[], language: Language): NonNullable<Problem['errors']> {
  return issues.slice(0, 20).map((issue) => {
    const [key, limit] = describe(issue)
    return { path: issue.path.map(String).join('.'), message: words[language][key].replace('{limit}', limit) }
  })
}

function describe(issue: Issue): [keyof typeof words.en, string] {
  switch (issue.code) {
    case 'invalid_type':
      return [/received undefined/.test(issue.message) ? 'missing' : 'type', '']
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1 ? ['empty', ''] : ['short', String(issue.minimum)]
      return [issue.origin === 'array' ? 'few' : 'small', String(issue.minimum)]
    case 'too_big':
      if (issue.origin === 'string') return ['long', String(issue.maximum)]
      return [issue.origin === 'array' ? 'many' : 'big', String(issue.maximum)]
    case 'invalid_format':
      return [issue.format === 'email' ? 'email' : 'other', '']
    case 'invalid_value':
      return ['choice', issue.values.map(String).join(', ')]
    case 'unrecognized_keys':
      return ['unknown', issue.keys.join(', ')]
    default:
      return ['other', '']
  }
}
