import { newId } from '@parley/model'
import { expect, test } from 'vitest'
import { groupRows, groupSize } from './card-groups.ts'
import type { OutlineRow } from './outline-rows.ts'

const row = (): OutlineRow => ({
  kind: 'requirement',
  id: newId(),
  depth: 1,
  withdrawn: false,
  within: [],
})

const rows = Array.from({ length: groupSize * 3 }, row)

test('the groups hold every line once and in order', () => {
  const groups = groupRows(rows, [])
  expect(groups.flatMap((group) => group.rows)).toEqual(rows)
  expect(Math.max(...groups.map((group) => group.rows.length))).toBe(groupSize)
})

test('a line that is added changes the group it stands in and no other', () => {
  const before = groupRows(rows, [])
  const added = rows.toSpliced(groupSize, 0, row())
  const after = groupRows(structuredClone(added), before)
  expect(after.map((group) => group.key)).toEqual(before.map((group) => group.key))
  expect(after[0]).toBe(before[0])
  expect(after[1]?.rows).toHaveLength(groupSize + 1)
  expect(after[2]).toBe(before[2])
})

test('a line that is moved away from the head of its group leaves the others where they are', () => {
  const before = groupRows(rows, [])
  const [first, second, ...others] = before
  const moved = second?.rows[0]
  if (!moved || !first) throw new Error('expected more groups')
  const rest = rows.filter((each) => each !== moved)
  const after = groupRows(rest.toSpliced(2, 0, moved), before)
  expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key))
  expect(after[0]?.rows).toEqual(first.rows.toSpliced(2, 0, moved))
  expect(after[1]?.rows).toEqual(second.rows.slice(1))
  expect(after.slice(2)).toEqual(others)
})

test('what was moved together stays together, and what stood there stands there', () => {
  const before = groupRows(rows, [])
  const moved = before[2]?.rows ?? []
  const after = groupRows([...moved, ...rows.filter((each) => !moved.includes(each))], before)
  expect(after.flatMap((group) => group.rows)).toHaveLength(rows.length)
  expect(after.map(({ key }) => key)).toEqual([2, 0, 1, 3])
})

test('a group that grows is cut in two', () => {
  const before = groupRows(rows.slice(0, 1), [])
  const after = groupRows([...rows.slice(0, 1), ...Array.from({ length: groupSize * 4 }, row)], before)
  expect(after.every((group) => group.rows.length <= groupSize * 2)).toBe(true)
})

test('a line that is withdrawn or stands deeper is another line', () => {
  const before = groupRows(rows, [])
  const after = groupRows(
    rows.map((each, index) => (index === 0 ? { ...each, withdrawn: true } : each)),
    before,
  )
  expect(after[0]?.rows[0]?.withdrawn).toBe(true)
  expect(after[1]).toBe(before[1])
})
