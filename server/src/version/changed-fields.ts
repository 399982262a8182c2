import type { Fields } from '@parley/model'
import type { RequirementChange } from '@parley/protocol'

const names = ['strength', 'addressee', 'area', 'level', 'levelReason', 'verification', 'source'] as const

/** The fields that differ, each as one string; several sources are parted by commas. */
export function changedFields(was: Fields, is: Fields): RequirementChange['fields'] {
  return names
    .map((field) => ({ field, before: words(was[field]), after: words(is[field]) }))
    .filter(({ before, after }) => before !== after)
}

function words(value: Fields[(typeof names)[number]]): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : value.join(', ')
}
