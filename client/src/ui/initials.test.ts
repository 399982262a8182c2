import { expect, it } from 'vitest'
import { initials } from './initials.ts'

it.each([
  ['Anna Weber', 'AW'],
  ['Karl-Heinz von der Au', 'KA'],
  ['Özlem', 'ÖZ'],
  ['  ', ''],
  ['张 伟', '张伟'],
])('initials of %j are %j', (name, letters) => expect(initials(name)).toBe(letters))
