import type { PartyId, PartyKind } from '@parley/model'
import type { Actor, Audience, ProjectState } from './actor.ts'
import { decide } from './decide.ts'

/** Whether a thing of this audience may reach the person, in any form (promise 4: no leak). */
export function mayReceive(actor: Actor | null, audience: Audience): boolean {
  if (!actor) return false
  if (audience.includes(actor.party)) return true
  return actor.admittedBy.some((pair) => isSame(pair, audience))
}

/** A party as far as audiences depend on it. */
export interface PartyState {
  readonly id: PartyId
  readonly kind: PartyKind
  readonly selected: boolean
}

/** An audience that a person may choose for something new. */
export interface AudienceChoice {
  readonly kind: 'shared' | 'private'
  readonly parties: Audience
}

/** The audiences a person may open a thread for: the pairs it belongs to, then its own party. */
export function audienceChoices(
  actor: Actor,
  project: ProjectState,
  parties: readonly PartyState[],
): readonly AudienceChoice[] {
  const shared = decide(actor, 'thread.shared.write', project).allowed
    ? pairs(actor, project, parties).map((pair): AudienceChoice => ({ kind: 'shared', parties: pair }))
    : []
  const own: AudienceChoice = { kind: 'private', parties: [actor.party] }
  return decide(actor, 'thread.private.write', project).allowed ? [...shared, own] : shared
}

/** Whether the person may know that this party takes part: nobody learns of a competitor. */
export function maySeeParty(actor: Actor, party: PartyState): boolean {
  if (party.id === actor.party) return true
  switch (actor.kind) {
    case 'client':
      return true
    case 'provider':
      return party.kind === 'client'
    case 'observer':
      return actor.admittedBy.some((pair) => pair.includes(party.id))
    default:
      return actor.kind satisfies never
  }
}

/** Whether the person may know who the members of a party are; before its phase a provider knows who invited it only. */
export function maySeeMembers(actor: Actor, project: ProjectState, party: PartyState): boolean {
  if (party.id === actor.party) return true
  return maySeeParty(actor, party) && decide(actor, 'document.read', project).allowed
}

/**
 * The audience of what belongs to the whole document (a snapshot): the client alone before refinement, then the client
 * and the selected provider.
 */
export function documentAudience(project: ProjectState, parties: readonly PartyState[]): Audience {
  const client = parties.filter((party) => party.kind === 'client').map((party) => party.id)
  if (project.phase === 'specify' || project.phase === 'bid') return client
  return [...client, ...parties.filter((party) => party.selected).map((party) => party.id)]
}

function pairs(actor: Actor, project: ProjectState, parties: readonly PartyState[]): readonly Audience[] {
  const client = parties.find((party) => party.kind === 'client')
  if (!client) return []
  const providers = parties.filter(
    (party) => party.kind === 'provider' && (party.selected || project.phase === 'bid'),
  )
  return providers
    .map((provider): Audience => [client.id, provider.id])
    .filter((pair) => pair.includes(actor.party))
}

function isSame(left: Audience, right: Audience): boolean {
  return left.length === right.length && left.every((party) => right.includes(party))
}
