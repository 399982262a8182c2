import { textContent } from '@parley/document'
import { newId } from '@parley/model'
import type { RequirementChange, SectionChange } from '@parley/protocol'
import { expect, test } from 'vitest'
import { countKinds, kindsOf } from './change-kinds.ts'

const text = { before: textContent('Before'), after: textContent('After') }
const moved = { before: ['A'], after: ['B'] }

const section = (change: Partial<SectionChange>): SectionChange => ({
  id: newId<'section'>(),
  title: 'Section',
  added: false,
  withdrawn: false,
  moved: null,
  text: null,
  ...change,
})

const requirement = (change: Partial<RequirementChange>): RequirementChange => ({
  id: newId<'requirement'>(),
  number: 1,
  title: 'Requirement',
  added: false,
  withdrawn: false,
  restored: false,
  moved: null,
  text: null,
  fields: [],
  parameters: [],
  positions: [],
  chips: { before: [], after: [] },
  ...change,
})

const field = { field: 'strength', before: 'MAY', after: 'MUST' } as const
const position = { party: newId<'party'>(), before: null, after: null }

test('everything that happened to a requirement is told, in one order', () => {
  const change = requirement({ restored: true, moved, text, fields: [field], positions: [position] })
  expect(kindsOf(change)).toEqual(['restored', 'moved', 'text', 'fields', 'positions'])
  expect(kindsOf(section({ withdrawn: true }))).toEqual(['withdrawn'])
})

test('sections and requirements are counted together; what did not happen is left out', () => {
  const changes = [section({ moved }), requirement({ moved, text }), requirement({ added: true })]
  expect(countKinds(changes)).toEqual([
    { kind: 'added', count: 1 },
    { kind: 'moved', count: 2 },
    { kind: 'text', count: 1 },
  ])
  expect(countKinds([])).toEqual([])
})
