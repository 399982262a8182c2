import { threadsSchema } from '@parley/protocol'
import { queryOptions } from '@tanstack/react-query'
import { api, path } from '../app/api.ts'
import { projectKey } from '../app/keys.ts'
import { untilShown } from '../document/document-query.ts'

/** All threads of a project that its reader may see; events keep them in step afterwards. */
export const threadsQuery = (project: string) =>
  queryOptions({
    queryKey: [...projectKey(project), 'threads'],
    queryFn: ({ signal }) => api.get(path`/projects/${project}/threads`, threadsSchema, { signal }),
    staleTime: untilShown,
    gcTime: untilShown,
    refetchOnWindowFocus: false,
  })
