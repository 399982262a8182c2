import type { PartyView, ProjectView } from '@parley/protocol'

/** Stands for a provider that takes no part yet, among the ids of those that do. */
export const newProvider = 'new-provider'

/** The parties that the viewer may invite people into, one's own first. */
export function partiesToInviteInto(
  { rights, viewer }: Pick<ProjectView, 'rights' | 'viewer'>,
  parties: readonly Pick<PartyView, 'id' | 'kind'>[],
): readonly string[] {
  const own = rights.invite ? parties.filter((party) => party.id === viewer.party) : []
  const providers = rights.inviteProvider
    ? parties.filter((party) => party.kind === 'provider' && party.id !== viewer.party)
    : []
  return [...[...own, ...providers].map((party) => party.id), ...(rights.inviteProvider ? [newProvider] : [])]
}
