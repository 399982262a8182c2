import type { PersonId } from '@parley/model'
import type { Access } from './access.ts'
import type { Session } from './session.ts'

/** Reads each person's access once, tells the sessions for which it has changed, and gives those that lost it to `lost`. */
export async function recheckAccess(
  sessions: readonly Session[],
  read: (person: PersonId) => Promise<Access>,
  lost: (session: Session) => void,
): Promise<void> {
  const people = new Map<PersonId, Promise<Access>>()
  for (const { person } of sessions) if (!people.has(person.id)) people.set(person.id, read(person.id))
  for (const session of sessions) {
    const access = await people.get(session.person.id)
    if (access === undefined || session.hasLeft) continue
    const before = session.access
    session.access = access
    if (access.type === 'none') lost(session)
    else if (JSON.stringify(before) !== JSON.stringify(access)) session.tellAccess()
  }
}
