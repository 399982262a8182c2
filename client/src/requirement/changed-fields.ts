import type { Fields } from '@parley/model'

/** The fields that differ, with their new values. */
export function changedFields(before: Fields, after: Fields): Partial<Fields> {
  const names = Object.keys(after) as (keyof Fields)[]
  return Object.fromEntries(
    names.filter((name) => String(before[name]) !== String(after[name])).map((name) => [name, after[name]]),
  )
}
