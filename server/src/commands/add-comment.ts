import { newId, type ProjectId, type ThreadId } from '@parley/model'
import type { ThreadView, WriteComment } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { threadEvent } from '../present/thread.ts'
import { threadAnswer, writableThread } from './find-thread.ts'
import { runCommand } from './run-command.ts'

/** Replies in a thread; its audience is the thread's. */
export function addComment(
  app: App,
  person: SignedIn,
  project: ProjectId,
  thread: ThreadId,
  { body }: WriteComment,
): Promise<ThreadView> {
  const request = { person: person.id, project, needs: writableThread(thread) }
  return runCommand(app, request, 'add-comment', async (tx, context) => {
    const comment = newId<'comment'>()
    await tx
      .insertInto('comment')
      .values({
        id: comment,
        thread_id: thread,
        person_id: person.id,
        party_id: context.viewer.party,
        body,
        created_at: context.at,
        edited_at: null,
      })
      .execute()
    return {
      result: await threadAnswer(tx, context, thread),
      entry: { thread, comment },
      events: [threadEvent(app, project, thread)],
    }
  })
}
