import { chipIds, contentProblem, statementText, titleOf } from '@parley/document'
import type { DraftDocument } from '@parley/model'
import { expect, test } from 'vitest'
import { readOscal } from './read-oscal.ts'

const control = (more: object = {}) => ({ id: 'c-1', title: 'One', ...more })
const catalogue = (body: object, version = '1.1.3') =>
  JSON.stringify({
    catalog: { uuid: 'u', metadata: { title: 'T', version: '1', 'oscal-version': version }, ...body },
  })
const statement = (prose: string) => ({ parts: [{ name: 'statement', prose }] })

test('BAD1 what is not JSON says where', () => {
  expect(readOscal('{"catalog": {\n  "uuid": nope}')).toEqual({
    ok: false,
    problem: { code: 'not-json', line: 2 },
  })
  expect(readOscal('{"catalog":\n\n[1 2]}')).toMatchObject({ problem: { line: 3 } })
  expect(readOscal('')).toMatchObject({ problem: { code: 'not-json' } })
})

test('BAD2 what is not a catalogue says what it is', () => {
  expect(readOscal('{"a": 1}')).toEqual({ ok: false, problem: { code: 'not-oscal', model: null } })
  expect(readOscal('[]')).toMatchObject({ problem: { code: 'not-oscal' } })
  expect(readOscal('{"profile": {}}')).toEqual({
    ok: false,
    problem: { code: 'not-oscal', model: 'profile' },
  })
})

test('BAD3 versions 1.0 to 1.2 are read, others are not', () => {
  for (const version of ['1.0.0', '1.0.6', '1.1.3', '1.2.1']) {
    expect(readOscal(catalogue({ controls: [control()] }, version)).ok).toBe(true)
  }
  for (const version of ['2.0.0', '1.3.0', '1.10.0', '0.9']) {
    expect(readOscal(catalogue({}, version))).toMatchObject({
      problem: { code: 'wrong-oscal-version', version },
    })
  }
})

test('BAD4 a wrong shape is told by its path', () => {
  expect(readOscal(catalogue({ groups: [{ title: 'G', controls: [{ id: 'x' }] }] }))).toEqual({
    ok: false,
    problem: { code: 'invalid-catalogue', place: 'catalog/groups/0/controls/0/title' },
  })
})

test('BAD5 a parameter that is defined nowhere names the control and itself', () => {
  const insert = 'in {{ insert: param, p-9 }}'
  const problem = { code: 'dangling-parameter', control: 'c-1', parameter: 'p-9' }
  const wheres = [
    statement(insert),
    { parts: [{ name: 'guidance', prose: insert }] },
    { params: [{ id: 'p-1', label: insert }] },
    { params: [{ id: 'p-1', select: { choice: [insert] } }] },
  ]
  for (const where of wheres) {
    expect(readOscal(catalogue({ controls: [control(where)] }))).toEqual({ ok: false, problem })
  }
})

test('BAD6 a parameter of another control, of the group or of the catalogue is copied into the requirement', () => {
  const result = readOscal(
    catalogue({
      params: [
        { id: 'p-catalogue', label: 'of catalogue' },
        { id: 'p-unused', label: 'unused' },
      ],
      groups: [
        {
          id: 'g',
          title: 'G',
          params: [{ id: 'p-group', select: { choice: ['x {{ insert: param, p-other }}'] } }],
          controls: [
            control({
              params: [{ id: 'p-own', label: 'own' }],
              controls: [
                {
                  id: 'c-2',
                  title: 'Two',
                  ...statement('{{ insert: param, p-own }} {{ insert: param, p-group }}'),
                },
              ],
            }),
            {
              id: 'c-3',
              title: 'Three',
              params: [{ id: 'p-other', label: 'other' }],
              ...statement('{{ insert: param, p-catalogue }}'),
            },
          ],
        },
      ],
    }),
  )
  const draft = opened(result)
  const [one, three] = draft.sections[0]?.requirements ?? []
  const two = one?.children[0]
  expect(two?.parameters.map((each) => each.key)).toEqual(['p-own', 'p-group', 'p-other'])
  expect(two?.parameters[1]?.choices).toEqual(['x [other]'])
  expect(two && chipIds(two.text)).toEqual(['p-own', 'p-group'])
  expect(three?.parameters.map((each) => each.key)).toEqual(['p-other', 'p-catalogue'])
  const losses = result.ok ? result.losses : []
  expect(losses.filter((loss) => loss.code === 'parameter-unused').map((loss) => loss.detail)).toEqual([
    'p-unused',
  ])
  expect(losses.filter((loss) => loss.code === 'parameter-shared')).toHaveLength(4)
})

test('BAD7 parameters that insert each other end', () => {
  const params = [
    { id: 'a', label: '{{ insert: param, b }}' },
    { id: 'b', label: '{{ insert: param, a }}' },
  ]
  expect(
    readOscal(catalogue({ controls: [control({ params, ...statement('{{ insert: param, a }}') })] })).ok,
  ).toBe(true)
})

test('BAD8 size and depth are bounded', () => {
  expect(readOscal(' '.repeat(25_000_001))).toEqual({
    ok: false,
    problem: { code: 'too-large', limit: 25_000_000 },
  })
  expect(readOscal('['.repeat(1_000_000))).toEqual({ ok: false, problem: { code: 'too-deep', limit: 60 } })
  expect(readOscal(catalogue({ controls: [control(statement('x'.repeat(100_001)))] }))).toMatchObject({
    problem: { code: 'text-too-large', place: 'catalog/controls/0/parts/0/prose' },
  })
})

test('BAD8 no more controls are read than a document can hold', () => {
  const controls = Array.from({ length: 20_001 }, (_, index) => control({ id: `c-${index}` }))
  expect(readOscal(catalogue({ controls: controls.slice(1) })).ok).toBe(true)
  const problem = { code: 'too-many-controls', limit: 20_000 }
  expect(readOscal(catalogue({ controls }))).toEqual({ ok: false, problem })
})

test('BAD9 items nested without end become valid content', () => {
  let part: object = { name: 'item', prose: 'deepest' }
  for (let depth = 0; depth < 24; depth += 1) part = { name: 'item', prose: `- at ${depth}`, parts: [part] }
  const draft = opened(
    readOscal(catalogue({ controls: [control({ parts: [{ name: 'statement', parts: [part] }] })] })),
  )
  const text = draft.sections[0]?.requirements[0]?.text
  expect(contentProblem(text)).toBeNull()
  expect(text && statementText(text)).toContain('deepest')
})

test('BAD10 the same control twice is refused', () => {
  expect(readOscal(catalogue({ controls: [control(), control()] }))).toEqual({
    ok: false,
    problem: { code: 'duplicate-control', control: 'c-1' },
  })
})

test('BAD11 control characters and half surrogates go, and it is said', () => {
  const result = readOscal(
    catalogue({ controls: [control({ title: 'a\u0000b\ud800c', ...statement('x\u0007y') })] }),
  )
  const draft = opened(result)
  const requirement = draft.sections[0]?.requirements[0]
  expect(requirement && titleOf(requirement.text)).toBe('ab\ufffdc')
  expect(requirement && statementText(requirement.text)).toBe('xy')
  expect(result.ok && result.losses.map((loss) => loss.code)).toContain('control-characters')
})

test('BAD12 members that are not known are named with their place', () => {
  const result = readOscal(catalogue({ controls: [control({ 'x-score': 3 })] }))
  expect(result.ok && result.losses).toContainEqual({
    code: 'unknown-member',
    place: 'c-1',
    detail: 'x-score',
    count: 1,
  })
})

test('BAD12 fragments of links and classes inside are reported too', () => {
  const links = [{ href: '#r', 'resource-fragment': 'p. 3', 'media-type': 'text/html' }]
  const result = readOscal(
    catalogue({ controls: [control({ links, parts: [{ name: 'statement', class: 'x', prose: 'y' }] })] }),
  )
  expect(result.ok && result.losses.slice(0, 3)).toEqual([
    { code: 'prop-class', place: 'catalog', detail: 'media-type', count: 1 },
    { code: 'link-fragment', place: 'c-1', detail: '#r p. 3', count: 1 },
    { code: 'prop-class', place: 'catalog', detail: 'class', count: 1 },
  ])
})

test('BAD13 values, group parts and remarks are kept', () => {
  const draft = opened(
    readOscal(
      catalogue({
        groups: [
          {
            title: 'G',
            props: [{ name: 'label', value: 'G', remarks: 'about G' }],
            parts: [{ name: 'overview', prose: 'intro', parts: [{ name: 'item', prose: 'point' }] }],
            controls: [
              control({
                params: [
                  { id: 'n', label: 'number', values: ['3'] },
                  { id: 's', select: { choice: ['a', 'b'] }, values: ['c'] },
                ],
              }),
            ],
          },
        ],
      }),
    ),
  )
  const [section] = draft.sections
  expect(section && statementText(section.text)).toBe('intro\n\n- \n  point\n\nabout G')
  const parameters = section?.requirements[0]?.parameters
  expect(parameters).toMatchObject([
    { kind: 'number', value: '3' },
    { kind: 'choice', value: 'c', choices: ['a', 'b', 'c'] },
  ])
})

function opened(result: ReturnType<typeof readOscal>): DraftDocument {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
