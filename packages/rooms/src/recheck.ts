import type { PersonId } from '@parley/model'
import type { Access } from './access.ts'
import type { Session } from './session.ts'

/** Reads each person's access once, tells the sessions for which it has changed, and gives those that lost it to `lost`. */
export async function recheckAccess(
  sessions: readonly Session[],
  read: (person: PersonId) => Promise<Access>,
  lost: (session: Session) => void,
): Promise<void> {
  const people = [...new Set(sessions.map(({ person }) => person.id))]
  const accesses = new Map(
    await Promise.all(people.map(async (person) => [person, await read(person)] as const)),
  )
  for (const session of sessions) {
    const access = accesses.get(session.person.id)
    if (access === undefined || session.hasLeft) continue
    const before = session.access
    session.access = access
    if (access.type === 'none') lost(session)
    else if (JSON.stringify(before) !== JSON.stringify(access)) session.tellAccess()
  }
}
