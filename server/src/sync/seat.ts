import type { PersonId, ProjectId } from '@parley/model'
import type { SyncEvent } from '@parley/protocol'
import type { Sight } from '../project/viewer.ts'

/** A connection that watches a project. */
export interface Watcher {
  readonly person: { readonly id: PersonId; readonly name: string }
  /** The watch has begun: told before the first event. */
  readonly begun: () => void
  readonly send: (event: SyncEvent) => void
  /** The person may no longer see the project; the watch has ended. */
  readonly lost: () => void
  /** Bytes it has been sent and has not read. */
  readonly backlog: () => number
}

/** Bytes a watcher has yet to read beyond which it is told nothing more, and below which it is told again. */
const mostBacklog = 1_048_576
const drainedBacklog = mostBacklog / 4

/** A watcher's place in a project. One that reads too slowly misses events, and is told to read everything again instead. */
export class Seat {
  readonly watcher: Watcher
  sight: Sight
  /** The presence last sent, to be silent where nothing changed. */
  presence = ''
  /** Whether events were kept from it since it was last told to read again. */
  hasMissed = false

  constructor(watcher: Watcher, sight: Sight) {
    this.watcher = watcher
    this.sight = sight
  }

  send(event: SyncEvent): void {
    this.hasMissed ||= this.watcher.backlog() > mostBacklog
    if (!this.hasMissed) this.watcher.send(event)
  }

  /** Tells one that has missed something and has drained to read again; gives whether it did. */
  catchUp(): boolean {
    if (!this.hasMissed || this.watcher.backlog() > drainedBacklog) return false
    this.hasMissed = false
    this.presence = ''
    this.watcher.send({ type: 'resync' })
    return true
  }

  /** The person may no longer see the project, which even the slowest is told. */
  lose(project: ProjectId): void {
    this.watcher.send({ type: 'left', project })
    this.watcher.lost()
  }
}
