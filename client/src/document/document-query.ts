import type { DocumentView } from '@parley/protocol'
import { queryOptions } from '@tanstack/react-query'
import { api, path, type Reader } from '../app/api.ts'
import { projectKey } from '../app/keys.ts'

// A document may hold thousands of requirements, and our own server has just built it from the same schema: checking
// every field again would cost more than the reading.
const documentReader: Reader<DocumentView> = { parse: (value) => value as DocumentView }

/** The whole document of a project. Events keep it in step afterwards, so it is read again on `resync` only. */
export const documentQuery = (project: string) =>
  queryOptions({
    queryKey: [...projectKey(project), 'document'],
    queryFn: ({ signal }) => api.get(path`/projects/${project}/document`, documentReader, { signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
