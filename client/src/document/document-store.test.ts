import { emptyFields, newId, type TextContent } from '@parley/model'
import type { RequirementView, SectionView } from '@parley/protocol'
import { expect, test } from 'vitest'
import { makeDocumentStore } from './document-store.ts'

const doc = (words: string): TextContent => ({
  type: 'doc',
  content: [{ type: 'title', content: [{ type: 'text', text: words }] }],
})

const section: SectionView = {
  id: newId(),
  parent: null,
  order: 'a0',
  text: { id: newId(), seq: 1, content: doc('Section') },
  withdrawn: false,
}

const requirement: RequirementView = {
  id: newId(),
  number: 1,
  section: section.id,
  parent: null,
  order: 'a0',
  text: { id: newId(), seq: 5, content: doc('Requirement') },
  fields: emptyFields,
  parameters: [],
  hasGuidance: false,
  sourceId: null,
  withdrawn: false,
  fingerprint: '0'.repeat(64),
  positions: [],
  threads: { open: 0, resolved: 0 },
}

function opened() {
  const store = makeDocumentStore()
  store.load({ sections: [section], requirements: [requirement], readOnly: null })
  const told: string[] = []
  store.subscribe(requirement.id, () => told.push('requirement'))
  store.subscribe(section.id, () => told.push('section'))
  store.subscribe('outline', () => told.push('outline'))
  store.subscribe('facts', () => told.push('facts'))
  return { store, told }
}

test('a change tells only those who show the thing', () => {
  const { store, told } = opened()
  store.apply({ type: 'text', text: requirement.text.id, seq: 6, content: doc('New'), anchors: [] })
  expect(told).toEqual(['requirement'])
  expect(store.requirement(requirement.id)?.text.seq).toBe(6)
})

test('a letter changes no facts: what counts and filters all requirements hears nothing of it', () => {
  const { store, told } = opened()
  const before = store.facts(requirement.id)
  const all = store.allFacts()
  store.apply({ type: 'text', text: requirement.text.id, seq: 6, content: doc('New'), anchors: [] })
  const text = { ...requirement.text, seq: 6, content: doc('New') }
  store.apply({ type: 'requirement', requirement: { ...requirement, text, fingerprint: '1'.repeat(64) } })
  expect(told).toEqual(['requirement', 'requirement'])
  expect(store.facts(requirement.id)).toBe(before)
  expect(store.allFacts()).toBe(all)
  expect(store.requirement(requirement.id)?.fingerprint).toBe('1'.repeat(64))
})

test('a fact that changes is told to those who count', () => {
  const { store, told } = opened()
  store.apply({ type: 'requirement', requirement: { ...requirement, threads: { open: 1, resolved: 0 } } })
  expect(told).toEqual(['requirement', 'facts'])
  expect(store.allFacts()[0]?.threads.open).toBe(1)
})

test('an event that is older than what is shown changes nothing of the text', () => {
  const { store } = opened()
  store.apply({ type: 'text', text: requirement.text.id, seq: 4, content: doc('Old'), anchors: [] })
  store.apply({ type: 'requirement', requirement: { ...requirement, text: { ...requirement.text, seq: 3 } } })
  expect(store.requirement(requirement.id)?.text.seq).toBe(5)
})

test('reading the document again keeps what has not changed as it was', () => {
  const { store, told } = opened()
  const before = store.requirement(requirement.id)
  store.load(structuredClone({ sections: [section], requirements: [requirement], readOnly: null }))
  expect(store.requirement(requirement.id)).toBe(before)
  expect(told).toEqual(['outline', 'facts'])
})

test('words just written stay until the server’s next word on the text', () => {
  const { store } = opened()
  store.keepContent(requirement.text.id, doc('Just typed'))
  expect(store.requirement(requirement.id)?.text.content).toEqual(doc('Just typed'))
  store.apply({ type: 'text', text: requirement.text.id, seq: 6, content: doc('Committed'), anchors: [] })
  expect(store.requirement(requirement.id)?.text.content).toEqual(doc('Committed'))
})
