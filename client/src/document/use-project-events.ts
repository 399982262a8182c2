import type { ProjectId } from '@parley/model'
import type { SyncEvent } from '@parley/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { projectKey } from '../app/keys.ts'
import { peopleQuery, projectQuery } from '../app/queries.ts'
import { useWatch } from '../session/use-session.ts'
import type { ThreadStore } from '../thread/thread-store.ts'
import { threadsQuery } from '../thread/threads-query.ts'
import { documentQuery, readAgain } from './document-query.ts'
import type { DocumentStore } from './document-store.ts'
import type { PresentPeople } from './present-people.ts'

/** Keeps everything that is shown of a project in step with what the server tells. */
export function useProjectEvents(
  project: ProjectId,
  store: DocumentStore,
  threads: ThreadStore,
  present: PresentPeople,
): void {
  const client = useQueryClient()
  useWatch(project, (event: SyncEvent) => {
    switch (event.type) {
      case 'text':
        store.apply(event)
        return threads.apply(event)
      case 'section':
      case 'requirement':
        return store.apply(event)
      case 'thread':
        return threads.apply(event)
      case 'presence':
        return present.put(event.people)
      case 'project': {
        const { queryKey } = projectQuery(project)
        const before = client.getQueryData(queryKey)
        client.setQueryData(queryKey, event.project)
        const { phase, viewer } = event.project
        // reason: whether the viewer may write comes with the document
        if (before?.phase !== phase || before.viewer.role !== viewer.role)
          void readAgain(client, documentQuery(project).queryKey)
        return
      }
      case 'people':
        return void client.invalidateQueries(peopleQuery(project))
      case 'snapshot':
        return void client.invalidateQueries({ queryKey: [...projectKey(project), 'snapshots'] })
      case 'resync':
        void readAgain(client, documentQuery(project).queryKey)
        void readAgain(client, threadsQuery(project).queryKey)
        // reason: who came and which versions were taken may be among what was missed
        void client.invalidateQueries(peopleQuery(project))
        void client.invalidateQueries({ queryKey: [...projectKey(project), 'snapshots'] })
        return void readAgain(client, projectQuery(project).queryKey)
      case 'left':
        return void client.invalidateQueries({ queryKey: projectKey(project) })
      default:
        return event satisfies never
    }
  })
}
