import { textContent } from '@parley/document'
import { emptyFields, newId, type SectionId } from '@parley/model'
import type { VersionRequirement, VersionSection } from '@parley/protocol'
import { expect, test } from 'vitest'
import { contentsOf } from './contents.ts'

const section = (title: string, order: string, change: Partial<VersionSection> = {}): VersionSection => ({
  id: newId<'section'>(),
  parent: null,
  order,
  content: textContent(title),
  withdrawn: false,
  ...change,
})

const requirement = (number: number, within: SectionId, withdrawn = false): VersionRequirement => ({
  id: newId<'requirement'>(),
  number,
  section: within,
  parent: null,
  order: `a${number}`,
  content: textContent(`Requirement ${number}`),
  fields: emptyFields,
  parameters: [],
  sourceId: null,
  withdrawn,
  fingerprint: '0'.repeat(64),
  positions: [],
  threads: { open: 0, resolved: 0 },
})

test('sections are counted level by level, requirements bear their own numbers', () => {
  const first = section('First', 'a0')
  const inner = section('Inner', 'a0', { parent: first.id })
  const other = section('Other', 'a1', { parent: first.id })
  const second = section('Second', 'a1')
  const below = section('Below', 'a0', { parent: second.id })
  const lines = contentsOf({
    sections: [second, other, below, inner, first],
    requirements: [requirement(17, first.id), requirement(4, below.id)],
  })
  expect(lines.map(({ number, title, depth }) => [number, title, depth])).toEqual([
    ['1', 'First', 0],
    ['R-17', 'Requirement 17', 1],
    ['1.1', 'Inner', 1],
    ['1.2', 'Other', 1],
    ['2', 'Second', 0],
    ['2.1', 'Below', 1],
    ['R-4', 'Requirement 4', 2],
  ])
})

test('a withdrawn section takes no number, and what stands in it counts as withdrawn', () => {
  const gone = section('Gone', 'a0', { withdrawn: true })
  const inner = section('Inner', 'a0', { parent: gone.id })
  const next = section('Next', 'a1')
  const lines = contentsOf({
    sections: [gone, inner, next],
    requirements: [requirement(1, gone.id), requirement(2, next.id, true)],
  })
  expect(lines.map(({ number, withdrawn }) => [number, withdrawn])).toEqual([
    ['', true],
    ['R-1', true],
    ['', true],
    ['1', false],
    ['R-2', true],
  ])
})
