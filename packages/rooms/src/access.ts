import type { PartyId, PartyKind, PersonId } from '@parley/model'
import type { ReadOnlyReason } from '@parley/protocol'

/** The party a person acts for in a text's project, as the server knows it. */
export interface Membership {
  readonly party: PartyId
  readonly partyKind: PartyKind
  /** Name of the party as others see it. */
  readonly partyName: string
}

/**
 * What a person may do in a text at one moment. A text that is absent and one that is forbidden both give `none`.
 * `reason` is worded by the client.
 */
export type Access =
  | { readonly type: 'none' }
  | { readonly type: 'read'; readonly reason: ReadOnlyReason; readonly membership: Membership }
  | { readonly type: 'write'; readonly membership: Membership }

/** A signed-in person, as authentication knows them; never taken from what a client claims. */
export interface Person {
  readonly id: PersonId
  readonly name: string
}

/** Who made an entry of the journal; `system` only repairs structure that merging broke. */
export type Author =
  | { readonly type: 'person'; readonly person: PersonId; readonly party: PartyId }
  | { readonly type: 'system' }
