import type { PersonId } from '@parley/model'
import { meKey } from '../app/keys.ts'
import { meQuery } from '../app/queries.ts'
import { queryClient } from '../app/query-client.ts'
import { makeBrowserSession } from './browser-session.ts'
import type { Session } from './session.ts'

interface Kept {
  readonly session: Session
  readonly person: PersonId | null
}

let kept: Kept | null = null

const personNow = (): PersonId | null => queryClient.getQueryData(meQuery.queryKey)?.person.id ?? null

/**
 * The one session of this tab. It outlives the pages, so that what was typed is still sent after going to another, and
 * it outlives signing out for the same person: what is unsaved waits for them and for nobody else.
 */
export function tabSession(): Session {
  const person = personNow()
  if (kept !== null && (kept.person !== person || kept.session.link().type === 'ended')) end(kept)
  kept ??= begin(person)
  kept.session.retry()
  return kept.session
}

function begin(person: PersonId | null): Kept {
  const session = makeBrowserSession()
  session.subscribe(() => {
    if (session.link().type === 'signed-out' && personNow() !== null) queryClient.setQueryData(meKey, null)
  })
  return { session, person }
}

function end({ session }: Kept): void {
  session.close()
  kept = null
}

queryClient.getQueryCache().subscribe(({ query }) => {
  if (kept === null || query.queryKey[0] !== meKey[0]) return
  const person = personNow()
  if (person !== null && person === kept.person && kept.session.link().type === 'signed-out')
    kept.session.retry()
})
