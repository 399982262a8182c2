import { newId } from '@parley/model'
import { expect, test } from 'vitest'
import { outlineRows } from './outline-rows.ts'

const section = (
  order: string,
  parent: ReturnType<typeof newId<'section'>> | null = null,
  withdrawn = false,
) => ({
  id: newId<'section'>(),
  parent,
  order,
  withdrawn,
})

test('reads a section, its requirements with their children, then its subsections', () => {
  const first = section('a1')
  const second = section('a0')
  const inner = section('a0', first.id)
  const requirement = (
    order: string,
    of: typeof first,
    parent: ReturnType<typeof newId<'requirement'>> | null = null,
  ) => ({
    id: newId<'requirement'>(),
    section: of.id,
    parent,
    order,
    withdrawn: false,
  })
  const one = requirement('a1', first)
  const zero = requirement('a0', first)
  const child = requirement('a0', first, zero.id)
  const nested = requirement('a0', inner)
  const rows = outlineRows([first, second, inner], [one, nested, child, zero])
  expect(rows.map((row) => row.id)).toEqual([
    second.id,
    first.id,
    zero.id,
    child.id,
    one.id,
    inner.id,
    nested.id,
  ])
  expect(rows.map((row) => row.depth)).toEqual([0, 0, 1, 2, 1, 1, 2])
  expect(rows.at(-1)?.within).toEqual([first.id, inner.id])
})

test('what stands in a withdrawn section is withdrawn with it', () => {
  const gone = section('a0', null, true)
  const inner = section('a0', gone.id)
  expect(outlineRows([gone, inner], []).map((row) => row.withdrawn)).toEqual([true, true])
})
