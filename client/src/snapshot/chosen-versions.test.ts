import { expect, test } from 'vitest'
import { type ChosenVersions, comparedVersions, toggleVersion } from './chosen-versions.ts'

test.each([
  [[], null],
  [[4], { from: '4', to: 'now' }],
  [[4, 2], { from: '2', to: '4' }],
  [[4, 4], null],
  [[1, 2, 3], { from: '2', to: '3' }],
  [[10, 9], { from: '9', to: '10' }],
])('picking %j compares %j', (picked, compared) => {
  const chosen = picked.reduce<ChosenVersions>(toggleVersion, [])
  expect(comparedVersions(chosen)).toEqual(compared)
})
