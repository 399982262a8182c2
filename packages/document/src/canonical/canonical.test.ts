import { emptyFields, type Fields, type ParameterFields, type TextContent } from '@parley/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  canonicalContent,
  canonicalJson,
  chip,
  normativeContent,
  paragraph,
  type RequirementContent,
  readContent,
  requirementFingerprint,
  schema,
  seedUpdate,
  sha256Hex,
  textContent,
} from '../index.ts'
import { fixed, validContent } from '../testing/arbitrary.ts'

// RFC 8785 §3.2.2 (input and output) and §3.2.3 (order of keys).
test('C1 the sample of RFC 8785 §3.2.2', () => {
  const input = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
      '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
  )
  expect(canonicalJson(input)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('C1 keys are in the order of RFC 8785 §3.2.3', () => {
  const input = JSON.parse(
    '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",' +
      '"\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
  )
  expect(Object.values(JSON.parse(canonicalJson(input)))).toHaveLength(7)
  const values = [...canonicalJson(input).matchAll(/:"([^"]*)"/g)].map((match) => match[1])
  expect(values).toEqual([
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ])
})

// RFC 8785 appendix B: IEEE 754 bits and how they are written.
test.each([
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
])('C1 the number %s is written %s', (bits, written) => {
  const view = new DataView(new ArrayBuffer(8))
  view.setBigUint64(0, BigInt(`0x${bits}`))
  expect(canonicalJson(view.getFloat64(0))).toBe(written)
})

test.each([
  [undefined],
  [Number.NaN],
  [Number.POSITIVE_INFINITY],
  ['\ud800'],
  [1n],
  [() => 1],
  [new Date(0)],
  [{ a: undefined }],
])('C1 %s is an error', (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError)
})

test('C1 any JSON survives, whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      fc.pre(JSON.stringify(value).isWellFormed() && !JSON.stringify(value).includes('\\ud'))
      const canonical = canonicalJson(value)
      expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(JSON.parse(canonical, reversed))).toBe(canonical)
    }),
    fixed(20),
  )
})

const reversed = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).reverse())
    : value

test('C2 cuts, order of marks and defaults do not matter', () => {
  const loose: TextContent = {
    type: 'doc',
    content: [
      {
        type: 'title',
        content: [
          { type: 'text', text: 'a' },
          { type: 'text', text: 'b', marks: [] },
        ],
        attrs: {},
      },
      { type: 'orderedList', attrs: { start: 1, type: null }, content: [] },
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'x',
            marks: [{ type: 'italic' }, { type: 'link', attrs: { href: 'https://a.example' } }],
          },
          { type: 'text', text: '' },
          {
            type: 'text',
            text: 'y',
            marks: [
              { type: 'link', attrs: { href: 'https://a.example' } },
              { type: 'italic', attrs: {} },
            ],
          },
        ],
      },
    ],
  }
  expect(canonicalContent(loose)).toEqual(
    textContent('ab', [
      { type: 'orderedList' },
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'xy',
            marks: [{ type: 'link', attrs: { href: 'https://a.example' } }, { type: 'italic' }],
          },
        ],
      },
    ]),
  )
})

test('C2 what the editor, Yjs and the canonical form hold is the same', () => {
  fc.assert(
    fc.property(validContent, (content) => {
      const canonical = canonicalContent(content)
      expect(canonicalContent(canonical)).toEqual(canonical)
      expect(canonicalContent(schema.nodeFromJSON(content).toJSON())).toEqual(canonical)
      const doc = new Y.Doc()
      Y.applyUpdate(doc, seedUpdate(content, 1))
      expect(canonicalContent(readContent(doc))).toEqual(canonical)
    }),
    fixed(21),
  )
})

const parameter = (id: string, change: Partial<ParameterFields> = {}) => ({
  id,
  label: 'time',
  kind: 'duration' as const,
  unit: 'hours',
  choices: ['4', '8'],
  many: false,
  filler: 'both' as const,
  value: null,
  ...change,
})

const requirement: RequirementContent = {
  text: textContent('Reaction', [paragraph('within ', chip('p1'))]),
  fields: { ...emptyFields, strength: 'MUST' },
  parameters: [parameter('p1'), parameter('p2')],
}

const fields = (change: Partial<Fields>) => ({ ...requirement, fields: { ...requirement.fields, ...change } })
const first = (change: Partial<ParameterFields>) => ({
  ...requirement,
  parameters: [parameter('p1', change), parameter('p2')],
})

test.each<readonly [string, RequirementContent]>([
  [
    'a letter of the title',
    { ...requirement, text: textContent('reaction', [paragraph('within ', chip('p1'))]) },
  ],
  ['a word', { ...requirement, text: textContent('Reaction', [paragraph('in ', chip('p1'))]) }],
  ['another chip', { ...requirement, text: textContent('Reaction', [paragraph('within ', chip('p2'))]) }],
  ['the strength', fields({ strength: 'MAY' })],
  ['the addressee', fields({ addressee: 'client' })],
  ['the area', fields({ area: 'control' })],
  ['the level', fields({ level: 'basic' })],
  ['the reason of the level', fields({ levelReason: 'x' })],
  ['the verification', fields({ verification: 'x' })],
  ['the source', fields({ source: ['x'] })],
  ['a value', first({ value: '4' })],
  ['a label', first({ label: 'x' })],
  ['a kind', first({ kind: 'text' })],
  ['a unit', first({ unit: 'days' })],
  ['the choices', first({ choices: ['8', '4'] })],
  ['how many may be chosen', first({ many: true })],
  ['who fills', first({ filler: 'client' })],
  ['a parameter less', { ...requirement, parameters: [parameter('p1')] }],
])('C3 the fingerprint changes with %s', (_, changed) => {
  expect(requirementFingerprint(changed)).not.toBe(requirementFingerprint(requirement))
})

test('C3 the fingerprint changes with nothing else', () => {
  const more = {
    ...requirement,
    guidance: ['x'],
    place: 7,
    fields: { ...requirement.fields, note: 'x' },
    parameters: requirement.parameters.toReversed().map((each) => ({ ...each, requirement: 'r', place: 1 })),
  }
  expect(requirementFingerprint(more)).toBe(requirementFingerprint(requirement))
  expect(normativeContent(more)).toEqual(normativeContent(requirement))
})

test('C3 the fingerprint is SHA-256 in hexadecimal, and stays what it was when it was signed', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256Hex(canonicalJson(normativeContent(requirement)))).toBe(requirementFingerprint(requirement))
  expect(requirementFingerprint(requirement)).toMatchInlineSnapshot(
    `"50aa4886843d1d41bcb28677cc0c4ebb04561401e2ca6cef8e7dd7e0e28bf751"`,
  )
})
