import type { RequirementId } from '@parley/model'
import { useMemo } from 'react'
import type { OutlineRow } from '../document/outline-rows.ts'
import { useAllFacts, useOutline } from '../document/use-document.ts'
import { isShown, type OutlineFilter } from './outline-filter.ts'
import { useSides } from './use-sides.ts'

/** The lines that a filter shows: its requirements, and the sections that hold one of them. */
export function useFilteredRows(filter: OutlineFilter): readonly OutlineRow[] {
  const rows = useOutline()
  const requirements = useAllFacts()
  const sides = useSides()
  // Without a filter the lines depend on the structure only, not on where anybody stands.
  const key = filter === 'all' ? null : requirements
  return useMemo(() => {
    if (key === null) return rows
    const shown = new Set<RequirementId>()
    for (const requirement of key) if (isShown(requirement, filter, sides)) shown.add(requirement.id)
    const holding = new Set(
      rows.flatMap((row) => (row.kind === 'requirement' && shown.has(row.id) ? row.within : [])),
    )
    return rows.filter((row) => (row.kind === 'section' ? holding.has(row.id) : shown.has(row.id)))
  }, [rows, key, filter, sides])
}
