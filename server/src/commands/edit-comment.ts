import type { CommentId, ProjectId, ThreadId } from '@parley/model'
import type { ThreadView, WriteComment } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { threadEvent } from '../present/thread.ts'
import { ProblemError } from '../problem-error.ts'
import type { Sight } from '../project/viewer.ts'
import type { Tx } from '../store/index.ts'
import { findThread, threadAnswer, writableThread } from './find-thread.ts'
import { runCommand } from './run-command.ts'

/** Changes the words of one's own comment; others read that it was edited. */
export function editComment(
  app: App,
  person: SignedIn,
  project: ProjectId,
  id: CommentId,
  { body }: WriteComment,
): Promise<ThreadView> {
  const needs = async (sight: Sight, tx: Tx) => {
    const thread = await threadOf(tx, id)
    await writableThread(thread)(sight, tx)
    const { comments } = await findThread(tx, sight, thread)
    if (comments.find((comment) => comment.id === id)?.person !== person.id) {
      throw new ProblemError('not-allowed')
    }
  }
  return runCommand(app, { person: person.id, project, needs }, 'edit-comment', async (tx, context) => {
    const thread = await threadOf(tx, id)
    await tx.updateTable('comment').set({ body, edited_at: context.at }).where('id', '=', id).execute()
    return {
      result: await threadAnswer(tx, context, thread),
      entry: { thread, comment: id },
      events: [threadEvent(app, project, thread)],
    }
  })
}

async function threadOf(tx: Tx, comment: CommentId): Promise<ThreadId> {
  const row = await tx.selectFrom('comment').select('thread_id').where('id', '=', comment).executeTakeFirst()
  if (!row) throw new ProblemError('not-found')
  return row.thread_id
}
