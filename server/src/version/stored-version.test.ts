import { expect, it } from 'vitest'
import { openVersion, sealVersion } from './stored-version.ts'

const parameter = {
  id: 'p',
  label: 'when',
  kind: 'text',
  unit: '',
  choices: [],
  filler: 'both',
  value: 'at night',
}
const stored = (format: number) =>
  JSON.stringify({ format, requirements: [{ number: 1, parameters: [parameter] }] })

it('a version of the first format is read as one whose parameters take one value each', () => {
  const opened = openVersion(stored(1))
  expect(opened.requirements[0]?.parameters).toEqual([{ ...parameter, many: false }])
  expect(openVersion(sealVersion(opened).content)).toEqual(opened)
})

it('a version of a format to come is not read', () => {
  expect(() => openVersion(stored(3))).toThrow('got 3')
})
