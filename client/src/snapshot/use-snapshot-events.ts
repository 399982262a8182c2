import type { ProjectId } from '@parley/model'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { projectKey } from '../app/keys.ts'
import { projectQuery } from '../app/queries.ts'
import { tabSession } from '../session/tab-session.ts'
import { snapshotsKey } from './snapshot-queries.ts'

/** Keeps the list of snapshots and the project's own state in step while a page that shows them is open. */
export function useSnapshotEvents(project: ProjectId): void {
  const client = useQueryClient()
  const [session] = useState(tabSession)
  useEffect(
    () =>
      session.watch(project, (event) => {
        if (event.type === 'project') client.setQueryData(projectQuery(project).queryKey, event.project)
        if (event.type === 'left') void client.invalidateQueries({ queryKey: projectKey(project) })
        if (event.type === 'snapshot' || event.type === 'resync')
          void client.invalidateQueries({ queryKey: snapshotsKey(project) })
      }),
    [session, project, client],
  )
}
