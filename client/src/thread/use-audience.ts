import type { PartyId } from '@parley/model'
import { useCallback } from 'react'
import { useProject } from '../app/project-layout.tsx'
import type { Audience } from '../ui/audience-badge.tsx'

/** Turns the parties that receive a thing into what the audience badge shows. */
export function useAudience(): (parties: readonly PartyId[]) => Audience {
  const project = useProject()
  return useCallback(
    (parties) => {
      const known = project.parties.filter((party) => parties.includes(party.id))
      const only = known.length === 1 && parties.length === 1 ? known[0] : undefined
      return only
        ? { kind: 'private', party: only.kind, name: only.organisation.name }
        : { kind: 'shared', names: known.map((party) => party.organisation.name) }
    },
    [project],
  )
}
