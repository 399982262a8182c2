import type { SignedIn } from '../account/signed-in.ts'

/**
 * Milliseconds for which it is remembered, at most, whom some credentials belong to: as long as an open socket may go
 * without being asked again. A session that ends on this server is forgotten at once.
 */
const remembered = 30_000

/** Who comes, by their credentials; the same ones are looked up once in half a minute, however many sockets begin. */
export interface SignIns {
  of(headers: Headers): Promise<SignedIn | null>
  /** To be called when a session has ended: all are looked up anew. */
  forget(): void
}

/** Remembers what `authenticate` found; who is not signed in and what failed is asked again. */
export function makeSignIns(
  authenticate: (headers: Headers) => Promise<SignedIn | null>,
  now: () => number,
): SignIns {
  let known = new Map<string, Promise<SignedIn | null>>()
  let since = now()

  function forget(): void {
    known = new Map()
    since = now()
  }

  return {
    forget,
    of(headers) {
      if (now() - since >= remembered) forget()
      const key = JSON.stringify([headers.get('authorization'), headers.get('cookie')])
      const begun = known.get(key)
      if (begun !== undefined) return begun
      const asked = authenticate(headers)
      const answers = known
      answers.set(key, asked)
      const drop = () => void answers.delete(key)
      asked.then((person) => person === null && drop(), drop)
      return asked
    },
  }
}
