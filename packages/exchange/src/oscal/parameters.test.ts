import type { DraftParameter, DraftRequirement, DraftSection } from '@parley/model'
import { expect, test } from 'vitest'
import { absentData, sharedText } from '../shared-data.ts'
import { readOscal } from './read-oscal.ts'

test('OSC5 kinds of parameters follow from their labels and choices', ({ skip }) => {
  skip(absentData !== null, absentData ?? '')
  const kinds = new Map(
    parametersIn(sharedText('oscal/nist-800-53-low.json')).map((parameter) => [
      parameter.label,
      parameter.kind,
    ]),
  )
  expect(kinds.get('frequency')).toBe('duration')
  expect(kinds.get('time period')).toBe('duration')
  expect(kinds.get('personnel or roles')).toBe('person')
  expect(kinds.get('number')).toBe('number')
  expect(kinds.get('restrict | prohibit')).toBe('choice')
  expect(kinds.get('events')).toBe('text')
  const german = parametersIn(sharedText('oscal/bsi-supply-chain-2026-07.json')).map((parameter) => [
    parameter.label,
    parameter.kind,
  ])
  expect(german).toContainEqual(['eine zuständige Person oder Rolle', 'person'])
  expect(german).toContainEqual(['zuständigen Personen oder Rollen', 'person'])
  expect(german).toContainEqual(['regelmäßig', 'duration'])
  expect(german).toContainEqual(['Kriterien', 'text'])
  expect(kinds.get('frequency and/or randomly in accordance with organization-defined process')).toBe('text')
})

test('OSC5 of 37 parameters of NIST LOW several choices may be made', ({ skip }) => {
  skip(absentData !== null, absentData ?? '')
  const many = parametersIn(sharedText('oscal/nist-800-53-low.json')).filter((parameter) => parameter.many)
  expect(many).toHaveLength(37)
  expect(many.every(({ kind, choices }) => kind === 'choice' && choices.length > 0)).toBe(true)
})

test('OSC5 values that a profile has set are taken: all where several may be chosen, else as one', () => {
  const select = { 'how-many': 'one-or-more', choice: ['by day', 'by night', 'at weekends'] }
  const params = [
    { id: 'many', select, values: ['at weekends', 'by day'] },
    { id: 'one', select: { choice: select.choice }, values: ['by night'] },
    { id: 'words', label: 'who', values: ['Ada', 'Ben'] },
  ]
  const catalog = {
    uuid: 'e2f0a4a5-0000-4000-8000-000000000000',
    metadata: { title: 'T', 'last-modified': '2026-01-01T00:00:00Z', version: '1', 'oscal-version': '1.1.3' },
    groups: [{ id: 'g', title: 'G', controls: [{ id: 'c', title: 'C', params }] }],
  }
  expect(parametersIn(JSON.stringify({ catalog })).map(({ key, many, value }) => [key, many, value])).toEqual(
    [
      ['many', true, ['by day', 'at weekends']],
      ['one', false, 'by night'],
      ['words', false, 'Ada; Ben'],
    ],
  )
})

function parametersIn(catalogue: string): DraftParameter[] {
  const result = readOscal(catalogue)
  if (!result.ok) throw new Error(`not read: ${JSON.stringify(result.problem)}`)
  const inRequirement = (requirement: DraftRequirement): DraftParameter[] => [
    ...requirement.parameters,
    ...requirement.children.flatMap(inRequirement),
  ]
  const inSection = (section: DraftSection): DraftParameter[] => [
    ...section.requirements.flatMap(inRequirement),
    ...section.sections.flatMap(inSection),
  ]
  return result.value.sections.flatMap(inSection)
}
