import type { Rooms } from '@parley/rooms'
import type { Logger } from 'pino'
import type { Auth } from './account/auth.ts'
import type { Config } from './config.ts'
import type { OpenSessions, ProjectEvents } from './events.ts'
import type { Readers } from './import/reading/readers.ts'
import type { Mail } from './mail.ts'
import type { Store } from './store/index.ts'

/** What the parts of the server share; made once in main.ts and handed to whoever needs it. */
export interface App {
  readonly config: Config
  readonly store: Store
  /** The time, ISO 8601 in UTC. */
  readonly now: () => string
  readonly log: Logger
  readonly auth: Auth
  /** Signs sessions and keys what else must not be guessed. */
  readonly secret: string
  /** `null` where no mail can be sent. */
  readonly mail: Mail | null
  /** Texts that are open; edits made for somebody over HTTP go through the same gate. */
  readonly rooms: Pick<Rooms, 'edit'>
  readonly events: ProjectEvents
  readonly sessions: OpenSessions
  /** Read uploads without holding up anybody. */
  readonly readers: Readers
}
