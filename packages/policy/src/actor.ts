import type { PartyId, PartyKind, Phase, Role } from '@parley/model'

/** A person's part in a project, as the server knows it. */
export interface Actor {
  readonly party: PartyId
  readonly kind: PartyKind
  readonly role: Role
  /** Whether this provider was selected; always false for other kinds. */
  readonly selected: boolean
  /** The pairs that admitted this observer; empty for other kinds. */
  readonly admittedBy: readonly Audience[]
}

/** The parties that may ever receive a thing: one, or the client and one provider. */
export type Audience = readonly PartyId[]

/** What rights depend on in a project. */
export interface ProjectState {
  readonly phase: Phase
}

/** What rights depend on in the thing acted upon. */
export interface ThingState {
  /** Both parties have accepted the requirement. */
  readonly locked?: boolean
  readonly withdrawn?: boolean
}

/** Why something is refused; `not-found` where even its existence may not be told. */
export type Refusal = 'not-found' | 'role' | 'phase' | 'party' | 'observer' | 'locked' | 'withdrawn'

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: Refusal }

export const allow: Decision = { allowed: true }

export const deny = (reason: Refusal): Decision => ({ allowed: false, reason })
