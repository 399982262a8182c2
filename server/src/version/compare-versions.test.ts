import { paragraph, textContent } from '@parley/document'
import { emptyFields, newId, type PartyId, type RequirementId, type SectionId } from '@parley/model'
import type { VersionRequirement, VersionSection } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { compareVersions } from './compare-versions.ts'

const chapter = newId<'section'>()
const annex = newId<'section'>()
const one = newId<'requirement'>()
const two = newId<'requirement'>()
const party = newId<'party'>()

const section = (id: SectionId, title: string, change: Partial<VersionSection> = {}): VersionSection => ({
  id,
  parent: null,
  order: 'a0',
  content: textContent(title),
  withdrawn: false,
  ...change,
})

const requirement = (id: RequirementId, change: Partial<VersionRequirement> = {}): VersionRequirement => ({
  id,
  number: id === one ? 1 : 2,
  section: chapter,
  parent: null,
  order: id === one ? 'a0' : 'a1',
  content: textContent(id === one ? 'One' : 'Two', [paragraph('Every day.')]),
  fields: emptyFields,
  parameters: [],
  sourceId: null,
  withdrawn: false,
  fingerprint: '0'.repeat(64),
  positions: [],
  threads: { open: 0, resolved: 0 },
  ...change,
})

const position = (id: PartyId, change: object = {}) => ({
  party: id,
  stance: 'agreed' as const,
  words: '',
  outdated: false,
  by: 'Ada',
  at: '2026-01-02T03:04:05.678Z',
  ...change,
})

const parameter = (value: string | null) => ({
  id: 'p'.repeat(21) as ReturnType<typeof newId<'parameter'>>,
  label: 'time',
  kind: 'text' as const,
  unit: '',
  choices: [],
  many: false,
  filler: 'both' as const,
  value,
})

const sections = [section(chapter, 'Chapter'), section(annex, 'Annex', { order: 'a1' })]

function compare(
  before: readonly VersionRequirement[],
  after: readonly VersionRequirement[],
  sectionsBefore = sections,
  sectionsAfter = sections,
) {
  return compareVersions(
    { version: '1', content: { sections: sectionsBefore, requirements: [...before] } },
    { version: 'now', content: { sections: sectionsAfter, requirements: [...after] } },
  )
}

const soleChange = (...versions: Parameters<typeof compare>) => {
  const { requirements } = compare(...versions)
  expect(requirements).toHaveLength(1)
  return requirements[0]
}

describe('the comparison of two versions', () => {
  it('finds nothing between equal ones, and counts what stayed', () => {
    expect(compare([requirement(one), requirement(two)], [requirement(one), requirement(two)])).toEqual({
      from: '1',
      to: 'now',
      sections: [],
      requirements: [],
      unchanged: 2,
    })
  })

  it('tells what was added', () => {
    const change = soleChange([requirement(one)], [requirement(one), requirement(two)])
    expect(change).toMatchObject({ id: two, number: 2, title: 'Two', added: true, withdrawn: false })
  })

  it('tells what was withdrawn, and what an older version does not know, alike', () => {
    const both = [requirement(one), requirement(two)]
    const marked = soleChange(both, [requirement(one), requirement(two, { withdrawn: true })])
    const absent = soleChange(both, [requirement(one)])
    for (const change of [marked, absent])
      expect(change).toMatchObject({ id: two, withdrawn: true, added: false })
  })

  it('compares what was brought back with what it was when it was withdrawn', () => {
    const content = textContent('Two', [paragraph('Every hour.')])
    const change = soleChange([requirement(two, { withdrawn: true })], [requirement(two, { content })])
    expect(change).toMatchObject({ restored: true, added: false, withdrawn: false, text: { after: content } })
  })

  it('is silent on what neither version shows', () => {
    const gone = requirement(two, { withdrawn: true })
    expect(compare([gone], [gone])).toMatchObject({ requirements: [], unchanged: 0 })
    expect(compare([], [gone])).toMatchObject({ requirements: [], unchanged: 0 })
  })

  it('tells the places of what was moved, and of nothing beside it', () => {
    const change = soleChange(
      [requirement(one), requirement(two)],
      [requirement(one), requirement(two, { section: annex })],
    )
    expect(change?.moved).toEqual({ before: ['Chapter'], after: ['Annex'] })
    const child = soleChange(
      [requirement(one), requirement(two)],
      [requirement(one), requirement(two, { parent: one })],
    )
    expect(child?.moved).toEqual({ before: ['Chapter'], after: ['Chapter', 'R-1 One'] })
  })

  it('calls a requirement moved within its section, but not because its section was', () => {
    const swapped = soleChange(
      [requirement(one), requirement(two)],
      [requirement(one), requirement(two, { order: 'Zz' })],
    )
    expect(swapped).toMatchObject({ id: two, moved: { before: ['Chapter'], after: ['Chapter'] } })
    const result = compare([requirement(one)], [requirement(one)], sections, [
      section(chapter, 'Chapter', { parent: annex }),
      section(annex, 'Annex', { order: 'a1' }),
    ])
    expect(result.requirements).toEqual([])
    expect(result.sections).toMatchObject([{ id: chapter, moved: { before: [], after: ['Annex'] } }])
  })

  it('tells fields one by one as words', () => {
    const fields = { ...emptyFields, strength: 'MUST' as const, source: ['A', 'B'] }
    const change = soleChange([requirement(one)], [requirement(one, { fields })])
    expect(change?.fields).toEqual([
      { field: 'strength', before: '', after: 'MUST' },
      { field: 'source', before: '', after: 'A, B' },
    ])
    expect(change?.text).toBeNull()
  })

  it('tells parameters that were added, filled and removed, with what is needed to read the chips', () => {
    const filled = soleChange(
      [requirement(one, { parameters: [parameter(null)] })],
      [requirement(one, { parameters: [parameter('4 hours')] })],
    )
    expect(filled?.parameters).toEqual([{ before: parameter(null), after: parameter('4 hours') }])
    expect(filled?.chips).toEqual({ before: [parameter(null)], after: [parameter('4 hours')] })
    const removed = soleChange([requirement(one, { parameters: [parameter(null)] })], [requirement(one)])
    expect(removed?.parameters).toEqual([{ before: parameter(null), after: null }])
  })

  it('tells answers that were given or withdrawn, not those that only became outdated', () => {
    const given = soleChange([requirement(one)], [requirement(one, { positions: [position(party)] })])
    expect(given?.positions).toEqual([{ party, before: null, after: position(party) }])
    const outdated = compare(
      [requirement(one, { positions: [position(party)] })],
      [requirement(one, { positions: [position(party, { outdated: true })] })],
    )
    expect(outdated.unchanged).toBe(1)
  })

  it('tells sections that were added, renamed and withdrawn', () => {
    const renamed = section(chapter, 'Chapter One')
    const gone = section(annex, 'Annex', { order: 'a1', withdrawn: true })
    const fresh = section(newId<'section'>(), 'New', { order: 'a2' })
    const { sections: changes } = compare([], [], sections, [renamed, gone, fresh])
    expect(changes).toMatchObject([
      { title: 'Chapter One', text: { after: renamed.content } },
      { id: annex, withdrawn: true },
      { title: 'New', added: true },
    ])
  })

  it('follows the later outline', () => {
    const content = textContent('Changed')
    const { requirements } = compare(
      [requirement(one), requirement(two)],
      [requirement(one, { content, section: annex }), requirement(two, { content })],
    )
    expect(requirements.map(({ id }) => id)).toEqual([two, one])
  })
})
