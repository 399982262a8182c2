import type { ProjectId } from '@parley/model'
import type { ProjectEvent } from '@parley/protocol'
import type { Sight } from './project/viewer.ts'

/** What one viewer is told of a change, made for that viewer alone; `null` where it is none of their business. */
export type PresentEvent = (sight: Sight) => ProjectEvent | null | Promise<ProjectEvent | null>

/** Tells the sessions that watch a project what changed; called after the commit only. */
export interface ProjectEvents {
  publish(project: ProjectId, present: PresentEvent): void
}

/** Open rooms and watches, as far as commands must reach them. */
export interface LiveSessions {
  /** Decides every open session of the project anew: who lost the right is closed, who may only read turns read-only. */
  recheck(project: ProjectId): void
}

/** Live sessions together with the sockets they came over. */
export interface OpenSessions extends LiveSessions {
  /** Closes the sockets of a session that has been signed out. */
  signedOut(session: string): void
}
