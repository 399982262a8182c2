import { textContent } from '@parley/document'
import { emptyFields, newId, type Stance } from '@parley/model'
import type { VersionContent } from '@parley/protocol'
import { expect, test } from 'vitest'
import { countAgreed } from './count-agreed.ts'

type Requirement = VersionContent['requirements'][number]

const client = newId<'party'>()
const provider = newId<'party'>()
const party = (id: typeof client, kind: 'client' | 'provider' | 'observer') => ({
  id,
  kind,
  organisation: '',
  people: [],
})
const both = [party(client, 'client'), party(provider, 'provider'), party(newId<'party'>(), 'observer')]

const position = (id: typeof client, stance: Stance, outdated = false) => ({
  party: id,
  stance,
  words: '',
  outdated,
  by: 'Ada',
  at: '2026-01-02T03:04:05.678Z',
})

const requirement = (positions: Requirement['positions'], withdrawn = false): Requirement => ({
  id: newId<'requirement'>(),
  number: 1,
  section: newId<'section'>(),
  parent: null,
  order: 'a0',
  content: textContent('Title'),
  fields: emptyFields,
  parameters: [],
  sourceId: null,
  withdrawn,
  fingerprint: '0'.repeat(64),
  positions,
  threads: { open: 0, resolved: 0 },
})

const agreed = [position(client, 'agreed'), position(provider, 'agreed')]

test('a requirement counts as agreed where both parties agree to it as it stands', () => {
  const requirements = [
    requirement(agreed),
    requirement(agreed, true),
    requirement([position(client, 'agreed')]),
    requirement([position(client, 'agreed', true), position(provider, 'agreed')]),
    requirement([position(client, 'agreed'), position(provider, 'agreed-with-reservation')]),
  ]
  expect(countAgreed({ parties: both, requirements })).toEqual({ requirements: 4, agreed: 1 })
})

test('nothing is agreed by both while there is one party', () => {
  const requirements = [requirement([position(client, 'agreed')])]
  expect(countAgreed({ parties: both.slice(0, 1), requirements })).toEqual({ requirements: 1, agreed: 0 })
})
