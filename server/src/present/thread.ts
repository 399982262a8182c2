import type { PartyId, ProjectId, RequirementId, ThreadId } from '@parley/model'
import { mayReceive } from '@parley/policy'
import type { ThreadView } from '@parley/protocol'
import type { App } from '../app.ts'
import type { PresentEvent } from '../events.ts'
import type { Sight } from '../project/viewer.ts'
import { readThreads, type ThreadRecord } from '../version/read-threads.ts'
import { documentEvents, inDocument, once } from './document-event.ts'

/** A thread for one viewer; `null` for whom it is not meant. */
export function presentThread(thread: ThreadRecord, { viewer }: Sight): ThreadView | null {
  if (!mayReceive(viewer, thread.audience)) return null
  const { id, requirement, audience, anchor, state, resolvedBy, createdAt, comments } = thread
  return {
    id,
    requirement,
    audience: [...audience],
    anchor,
    state,
    resolvedBy,
    createdAt,
    comments: comments.map(({ id, person, name, party, body, createdAt, editedAt }) => ({
      id,
      author: { person, name, party },
      body,
      createdAt,
      editedAt,
    })),
  }
}

/** Tells each watcher who receives the thread how it stands now; it is read once, after the commit. */
export function threadEvent(app: Pick<App, 'store'>, project: ProjectId, id: ThreadId): PresentEvent {
  const read = once(() => readThreads(app.store.db, project, { threads: [id] }))
  return inDocument(async (sight) => {
    const [found] = await read()
    const thread = found && presentThread(found, sight)
    return thread ? { type: 'thread', thread } : null
  })
}

/**
 * Tells how many threads a requirement now has, those who receive the thread only: to others nothing has changed, not
 * even the moment may be told.
 */
export function threadCountEvents(
  app: Pick<App, 'store'>,
  project: ProjectId,
  thread: { readonly requirement: RequirementId; readonly audience: readonly PartyId[] },
): readonly PresentEvent[] {
  const events = documentEvents(app, project, { requirements: [thread.requirement] })
  return events.map(
    (present): PresentEvent =>
      (sight) =>
        mayReceive(sight.viewer, thread.audience) ? present(sight) : null,
  )
}
