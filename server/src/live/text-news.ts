import type { ProjectId, TextId } from '@parley/model'
import type { Scheduler, TextChange } from '@parley/rooms'
import type { App } from '../app.ts'
import { documentEvents } from '../present/document-event.ts'
import { threadEvent } from '../present/thread.ts'
import { keptQuery } from '../store/index.ts'
import type { MovedAnchor } from './thread-anchors.ts'

/** Milliseconds in which edits of one text are gathered before its requirement is told anew. */
const gathering = 100

/** What else an edit of a text changes for those who watch, besides its words (which the hub tells at once). */
export interface TextNews {
  changed(project: ProjectId, change: TextChange<readonly MovedAnchor[]>): void
}

const selectRequirement = keptQuery((db, text: TextId) =>
  db.selectFrom('requirement').select('id').where('text_id', '=', text),
)

/**
 * Tells how a requirement stands after edits of its text (fingerprint, answers that have become outdated), and which
 * threads have lost or found their words.
 */
export function makeTextNews(
  app: Pick<App, 'store' | 'events'>,
  scheduler: Scheduler,
  onError: (error: unknown) => void,
): TextNews {
  const waiting = new Set<TextId>()

  async function tellRequirement(project: ProjectId, text: TextId): Promise<void> {
    const [row] = await selectRequirement(app.store.db, text)
    if (!row) return
    for (const event of documentEvents(app, project, { requirements: [row.id] })) {
      app.events.publish(project, event)
    }
  }

  return {
    changed(project, { text, effect }) {
      for (const { thread, turned } of effect) {
        if (turned) app.events.publish(project, threadEvent(app, project, thread))
      }
      if (waiting.has(text)) return
      waiting.add(text)
      scheduler.after(gathering, () => {
        waiting.delete(text)
        tellRequirement(project, text).catch(onError)
      })
    },
  }
}
