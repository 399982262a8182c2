import type { PersonId } from '@parley/model'

/** A signed-in person, as the account library knows them; never taken from what a client claims. */
export interface SignedIn {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  /** Id of the session, to close what hangs on it. */
  readonly session: string
}
