import { useMemo } from 'react'
import { useProject } from '../app/project-layout.tsx'
import type { Sides } from './outline-filter.ts'

/** The client and the selected provider of the open project; one alone before a provider was selected. */
export function useSides(): Sides {
  const project = useProject()
  return useMemo(() => {
    const parties = project.parties
      .filter((party) => party.kind === 'client' || party.selected)
      .toSorted((left, right) => (left.kind < right.kind ? -1 : 1))
      .map((party) => party.id)
    const own = parties.find((party) => party === project.viewer.party)
    return { own, parties }
  }, [project])
}
