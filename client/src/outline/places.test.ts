import { emptyFields, newId, type RequirementId, type SectionId, type TextContent } from '@parley/model'
import type { RequirementView, SectionView } from '@parley/protocol'
import { expect, test } from 'vitest'
import { makeDocumentStore } from '../document/document-store.ts'
import { moveOfDrop, moveOfStep } from './places.ts'

const content: TextContent = { type: 'doc', content: [] }
const text = () => ({ id: newId<'text'>(), seq: 1, content })

const section = (id: SectionId, order: string, parent: SectionId | null = null): SectionView => ({
  id,
  parent,
  order,
  text: text(),
  withdrawn: false,
})

const requirement = (
  id: RequirementId,
  of: SectionId,
  order: string,
  parent: RequirementId | null = null,
): RequirementView => ({
  id,
  number: 1,
  section: of,
  parent,
  order,
  text: text(),
  fields: emptyFields,
  parameters: [],
  hasGuidance: false,
  sourceId: null,
  withdrawn: false,
  fingerprint: '0'.repeat(64),
  positions: [],
  threads: { open: 0, resolved: 0 },
})

const [s1, s2, inner] = [newId<'section'>(), newId<'section'>(), newId<'section'>()]
const [r1, r2, r3, child] = [
  newId<'requirement'>(),
  newId<'requirement'>(),
  newId<'requirement'>(),
  newId<'requirement'>(),
]

function opened() {
  const store = makeDocumentStore()
  store.load({
    sections: [section(s1, 'a0'), section(s2, 'a1'), section(inner, 'a0', s2)],
    requirements: [
      requirement(r1, s1, 'a0'),
      requirement(r2, s1, 'a1'),
      requirement(child, s1, 'a0', r2),
      requirement(r3, s1, 'a2'),
    ],
    readOnly: null,
  })
  const row = (id: string) => {
    const found = store.outline().find((each) => each.id === id)
    if (!found) throw new Error(`expected a row of ${id}`)
    return found
  }
  return { store, row }
}

test('a requirement dropped before another goes behind that one’s predecessor', () => {
  const { store, row } = opened()
  expect(moveOfDrop(store, row(r3), row(r2), 'before')?.place).toEqual({
    section: s1,
    parent: null,
    after: r1,
  })
  expect(moveOfDrop(store, row(r3), row(r1), 'before')?.place).toEqual({
    section: s1,
    parent: null,
    after: null,
  })
})

test('nothing is dropped into itself or below itself', () => {
  const { store, row } = opened()
  expect(moveOfDrop(store, row(r2), row(child), 'after')).toBe(null)
  expect(moveOfDrop(store, row(s2), row(inner), 'inside')).toBe(null)
  expect(moveOfDrop(store, row(s1), row(r1), 'after')).toBe(null)
})

test('a step moves past the next sibling and stops at the ends', () => {
  const { store, row } = opened()
  expect(moveOfStep(store, row(r1), 1)?.place).toEqual({ section: s1, parent: null, after: r2 })
  expect(moveOfStep(store, row(r3), -1)?.place).toEqual({ section: s1, parent: null, after: r1 })
  expect(moveOfStep(store, row(r3), 1)).toBe(null)
  expect(moveOfStep(store, row(s2), -1)?.place).toEqual({ parent: null, after: null })
})
