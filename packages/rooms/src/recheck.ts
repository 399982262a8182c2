import type { PersonId } from '@parley/model'
import type { CloseReason } from '@parley/protocol'
import type { Access } from './access.ts'
import type { Session } from './session.ts'

/**
 * Reads each person's access once, tells the sessions for which it has changed, and ends those that lost it. Where it can't
 * be read all are ended, to be decided anew when they come back, and it rejects.
 */
export async function recheckAccess(
  sessions: () => readonly Session[],
  read: (person: PersonId) => Promise<Access>,
  end: (session: Session, reason: CloseReason) => void,
): Promise<void> {
  const concerned = sessions()
  const people = [...new Set(concerned.map(({ person }) => person.id))]
  try {
    const accesses = new Map(
      await Promise.all(people.map(async (person) => [person, await read(person)] as const)),
    )
    for (const session of concerned) tell(session, accesses.get(session.person.id), end)
  } catch (error) {
    for (const session of sessions()) end(session, 'unavailable')
    throw error
  }
}

function tell(
  session: Session,
  access: Access | undefined,
  end: (session: Session, reason: CloseReason) => void,
): void {
  if (access === undefined || session.hasLeft) return
  const before = session.access
  session.access = access
  if (access.type === 'none') end(session, 'not-found')
  else if (JSON.stringify(before) !== JSON.stringify(access)) session.tellAccess()
}
