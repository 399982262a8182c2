import { languages } from '@parley/model'
import { expect, test } from 'vitest'
import { makeProblem } from './make-problem.ts'
import { problemCodes } from './problem.ts'
import { problemWords } from './words.ts'

test('every code is worded in every language with the same places', () => {
  for (const code of problemCodes) {
    const places = languages.map((language) => problemWords[language][code].detail.match(/\{\w+\}/g) ?? [])
    for (const found of places) expect(found.toSorted(), code).toEqual(places[0]?.toSorted())
  }
})

test('facts fill the places of the words', () => {
  const problem = makeProblem('dangling-parameter', 'en', { control: 'AC-1', parameter: 'ac-1_prm_9' })
  expect(problem.detail).toBe(
    'Control AC-1 refers to the parameter ac-1_prm_9, which the catalogue does not define.',
  )
  expect(problem.status).toBe(422)
})
