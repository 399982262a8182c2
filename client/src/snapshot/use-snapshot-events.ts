import type { ProjectId } from '@parley/model'
import type { SyncEvent } from '@parley/protocol'
import { type Query, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { projectKey } from '../app/keys.ts'
import { merged } from '../app/merged.ts'
import { projectQuery } from '../app/queries.ts'
import { tabSession } from '../session/tab-session.ts'
import { snapshotsKey } from './snapshot-queries.ts'

/** Milliseconds in which changes of the document are read together. */
const pause = 500

/** Keeps snapshots, the project's own state and whatever is shown of "now" in step while a page that shows them is open. */
export function useSnapshotEvents(project: ProjectId): void {
  const client = useQueryClient()
  const [session] = useState(tabSession)
  useEffect(() => {
    const ofNow = ({ queryKey: [first, id, , ...versions] }: Query) =>
      [first, id].join() === projectKey(project).join() && versions.includes('now')
    const now = merged(() => client.invalidateQueries({ predicate: ofNow }), pause)
    const hear = (event: SyncEvent) => {
      switch (event.type) {
        case 'text':
        case 'section':
        case 'requirement':
          return now.ask()
        case 'project':
          return void client.setQueryData(projectQuery(project).queryKey, event.project)
        case 'left':
          return void client.invalidateQueries({ queryKey: projectKey(project) })
        case 'resync':
          // reason: what is read while one begins to listen may be from just before
          now.ask()
          return void client.invalidateQueries({ queryKey: snapshotsKey(project) })
        case 'snapshot':
          return void client.invalidateQueries({ queryKey: snapshotsKey(project) })
        case 'people':
        case 'presence':
        case 'thread':
          return
        default:
          return event satisfies never
      }
    }
    const stopWatching = session.watch(project, hear)
    return () => {
      stopWatching()
      now.stop()
    }
  }, [session, project, client])
}
