import { expect, test } from 'vitest'
import { type ParameterFields, parameterValueProblem, parameterWords, settleParameter } from './parameter.ts'

const shift: ParameterFields = {
  label: 'when',
  kind: 'choice',
  unit: '',
  choices: ['day', 'night', 'weekend'],
  many: true,
  filler: 'both',
  value: null,
}
const one: ParameterFields = { ...shift, many: false }
const hours: ParameterFields = { ...one, kind: 'number', unit: 'hours', choices: [] }

test.each<
  readonly [string, ParameterFields, ParameterFields['value'], ReturnType<typeof parameterValueProblem>]
>([
  ['nothing', shift, null, null],
  ['several choices', shift, ['night', 'day'], null],
  ['one of several', shift, 'day', null],
  ['a word that is no choice', shift, ['day', 'noon'], 'not-a-choice'],
  ['several where one is asked for', one, ['day', 'night'], 'only-one-value'],
  ['one choice', one, 'day', null],
  ['another word', one, 'noon', 'not-a-choice'],
  ['free words where there are no choices', { ...shift, choices: [] }, ['at noon'], null],
  ['a number', hours, '4,5', null],
  ['no number', hours, 'four', 'not-a-number'],
  ['two numbers', hours, ['4', '5'], 'only-one-value'],
  ['a kind that takes no choices but says many', { ...shift, kind: 'text' }, ['a'], 'only-one-value'],
])('%s fits or says why not', (_, parameter, value, problem) => {
  expect(parameterValueProblem(parameter, value)).toBe(problem)
})

test.each<readonly [string, Partial<ParameterFields>, Partial<ParameterFields>]>([
  [
    'each once, in the order of the choices',
    { value: ['weekend', 'day', 'weekend'] },
    { value: ['day', 'weekend'] },
  ],
  ['one of several is a list', { value: 'day' }, { value: ['day'] }],
  ['a list of one is no list where one is asked for', { many: false, value: ['day'] }, { value: 'day' }],
  [
    'what is too much stays for the check',
    { many: false, value: ['day', 'night'] },
    { value: ['day', 'night'] },
  ],
  ['only choices are many', { kind: 'text', choices: [], value: 'day' }, { many: false, value: 'day' }],
  ['free words keep their order', { choices: [], value: ['b', 'a'] }, { value: ['b', 'a'] }],
])('in the one form %s', (_, change, expected) => {
  const parameter = { ...shift, ...change }
  expect(settleParameter(parameter)).toEqual({ ...parameter, ...expected })
  expect(settleParameter(settleParameter(parameter))).toEqual(settleParameter(parameter))
})

test('a value reads as in a sentence', () => {
  const several = { ...shift, value: ['day', 'night', 'weekend'] }
  expect(parameterWords(several, 'en')).toBe('day, night and weekend')
  expect(parameterWords(several, 'de')).toBe('day, night und weekend')
  expect(parameterWords({ ...shift, value: ['day'] }, 'de')).toBe('day')
  expect(parameterWords(shift, 'en')).toBeNull()
  expect(parameterWords({ ...hours, value: '4' }, 'en')).toBe('4 hours')
  expect(parameterWords({ ...hours, value: '4–6' }, 'en')).toBe('4–6 hours')
  expect(parameterWords({ ...hours, value: 'four hours' }, 'en')).toBe('four hours')
})
