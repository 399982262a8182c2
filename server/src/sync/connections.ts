import type { PersonId } from '@parley/model'
import type { CloseReason } from '@parley/protocol'
import { type Scheduler, Tally } from '@parley/rooms'
import type { SignedIn } from '../account/signed-in.ts'

/** Milliseconds after which it is asked again whether a connection's session still holds and its other end is there. */
const recheckInterval = 30_000

/** Sockets one person may have open at once. */
const socketLimit = 60

/** An open socket and how to find out whether it may stay. */
interface OpenSocket {
  readonly person: SignedIn
  /** Who the credentials belong to now, or `null`. */
  readonly authenticate: () => Promise<SignedIn | null>
  /** Whether the other end has answered since this was asked last; asks it again. */
  readonly isThere: () => boolean
  readonly end: (reason: CloseReason) => void
}

/**
 * All open sockets. Those whose session has ended are closed, at once when told, else within half a minute; those whose
 * other end has vanished without a word within a minute, since until then the person is shown as being here.
 */
export interface Connections {
  /** Gives the function to call when the socket is gone, or `null` where the person has too many. */
  add(socket: OpenSocket): (() => void) | null
  /** Ends the sockets of a session that was signed out. */
  signedOut(session: string): void
  readonly size: number
  close(): void
}

/** Keeps the open sockets of one server. */
export function makeConnections(scheduler: Scheduler, onError: (error: unknown) => void): Connections {
  const sockets = new Set<OpenSocket>()
  const people = new Tally<PersonId>()
  let callOff = scheduler.after(recheckInterval, () => void recheck())

  async function recheck(): Promise<void> {
    for (const socket of [...sockets]) if (!socket.isThere()) socket.end('too-slow')
    for (const socket of [...sockets]) {
      try {
        const person = await socket.authenticate()
        if (person?.id !== socket.person.id) socket.end('signed-out')
      } catch (error) {
        // reason: the store is away; whoever is in stays until it can be asked
        onError(error)
      }
    }
    callOff = scheduler.after(recheckInterval, () => void recheck())
  }

  function remove(socket: OpenSocket): void {
    if (sockets.delete(socket)) people.remove(socket.person.id)
  }

  return {
    add(socket) {
      const { id } = socket.person
      if (people.of(id) >= socketLimit) return null
      sockets.add(socket)
      people.add(id)
      return () => remove(socket)
    },
    signedOut(session) {
      for (const socket of [...sockets]) if (socket.person.session === session) socket.end('signed-out')
    },
    get size() {
      return sockets.size
    },
    close() {
      callOff()
      for (const socket of [...sockets]) socket.end('going-away')
    },
  }
}
