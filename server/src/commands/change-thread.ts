import type { ProjectId, ThreadId } from '@parley/model'
import type { ChangeThread, ThreadView } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { threadCountEvents, threadEvent } from '../present/thread.ts'
import { threadAnswer, writableThread } from './find-thread.ts'
import { runCommand } from './run-command.ts'

/** Resolves or reopens a thread. */
export function changeThread(
  app: App,
  person: SignedIn,
  project: ProjectId,
  id: ThreadId,
  { state }: ChangeThread,
): Promise<ThreadView> {
  const request = { person: person.id, project, needs: writableThread(id) }
  return runCommand(app, request, 'change-thread', async (tx, context) => {
    const isResolved = state === 'resolved'
    await tx
      .updateTable('thread')
      .set({
        state,
        resolved_by: isResolved ? person.id : null,
        resolved_at: isResolved ? context.at : null,
      })
      .where('id', '=', id)
      .execute()
    const thread = await threadAnswer(tx, context, id)
    return {
      result: thread,
      entry: { thread: id, state },
      events: [threadEvent(app, project, id), ...threadCountEvents(app, project, thread)],
    }
  })
}
