import { makeBrowserSession } from './browser-session.ts'
import type { Session } from './session.ts'

let session: Session | null = null

/**
 * The one session of this tab. It outlives the pages, so that what was typed is still sent after going to another; one
 * that the server has ended (signed out) is replaced by the next person's.
 */
export function tabSession(): Session {
  if (session?.link().type === 'ended') {
    session.close()
    session = null
  }
  session ??= makeBrowserSession()
  return session
}
