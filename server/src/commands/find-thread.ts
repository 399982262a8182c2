import type { ThreadId } from '@parley/model'
import { mayReceive } from '@parley/policy'
import type { ThreadView } from '@parley/protocol'
import { presentThread } from '../present/thread.ts'
import { ProblemError } from '../problem-error.ts'
import { permit } from '../project/permit.ts'
import type { Sight } from '../project/viewer.ts'
import type { Reader, Tx } from '../store/index.ts'
import { readThreads, type ThreadRecord } from '../version/read-threads.ts'

/** A thread of the project that the viewer receives, or a refusal as if there were none. */
export async function findThread(db: Reader, sight: Sight, id: ThreadId): Promise<ThreadRecord> {
  const [thread] = await readThreads(db, sight.project.id, { threads: [id] })
  if (!thread || !mayReceive(sight.viewer, thread.audience)) throw new ProblemError('not-found')
  return thread
}

/** A thread as it now stands, for the viewer. */
export async function threadAnswer(db: Reader, sight: Sight, id: ThreadId): Promise<ThreadView> {
  const view = presentThread(await findThread(db, sight, id), sight)
  if (!view) throw new ProblemError('not-found')
  return view
}

/** The check of a command that writes to a thread: the viewer receives it and may write to its audience. */
export const writableThread =
  (id: ThreadId) =>
  async (sight: Sight, tx: Tx): Promise<void> => {
    permit(sight, 'document.read')
    const { audience } = await findThread(tx, sight, id)
    permit(sight, audience.length > 1 ? 'thread.shared.write' : 'thread.private.write')
  }
