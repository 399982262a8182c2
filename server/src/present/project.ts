import { audienceChoices, maySeeParty, rightsOf } from '@parley/policy'
import type { PartyBadge, ProjectView } from '@parley/protocol'
import type { PresentEvent } from '../events.ts'
import type { PartyFacts, Sight } from '../project/viewer.ts'

/** A project as the viewer may see it: no party of which they must not know, and their own rights. */
export function presentProject({ viewer, project }: Sight): ProjectView {
  return {
    id: project.id,
    name: project.name,
    phase: project.phase,
    language: project.language,
    createdAt: project.createdAt,
    invitedBy: viewer.invitedBy,
    parties: project.parties.filter((party) => maySeeParty(viewer, party)).map(presentBadge),
    viewer: {
      member: viewer.member,
      party: viewer.party,
      partyKind: viewer.kind,
      role: viewer.role,
    },
    audiences: audienceChoices(viewer, project, project.parties).map(({ kind, parties }) => ({
      kind,
      parties: [...parties],
    })),
    rights: rightsOf(viewer, project),
  }
}

export const presentBadge = (party: PartyFacts): PartyBadge => ({
  id: party.id,
  kind: party.kind,
  organisation: party.organisation,
  selected: party.selected,
})

/** Tells each watcher how the project now looks to them. */
export const projectEvent: PresentEvent = (sight) => ({ type: 'project', project: presentProject(sight) })

/** Asks each watcher to read everything again. */
export const resyncEvent: PresentEvent = () => ({ type: 'resync' })
