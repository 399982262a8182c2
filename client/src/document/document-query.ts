import type { DocumentView } from '@parley/protocol'
import { type QueryClient, type QueryKey, queryOptions } from '@tanstack/react-query'
import { api, path, type Reader, type Tagged } from '../app/api.ts'
import { projectKey } from '../app/keys.ts'

// A document may hold thousands of requirements, and our own server has just built it from the same schema: checking
// every field again would cost more than the reading.
const documentReader: Reader<DocumentView> = { parse: (value) => value as DocumentView }

/** Milliseconds within which what was read ahead is shown; later it is read again. */
export const untilShown = 10_000

/**
 * The whole document of a project. Events keep it in step afterwards, so it is read again on `resync` only, and comes only
 * where it has changed since.
 */
export const documentQuery = (project: string) =>
  queryOptions({
    queryKey: [...projectKey(project), 'document'],
    queryFn: ({ signal, client, queryKey }): Promise<Tagged<DocumentView>> => {
      const before = client.getQueryData<Tagged<DocumentView>>(queryKey)
      return api.getAgain(path`/projects/${project}/document`, documentReader, before, { signal })
    },
    select: ({ value }) => value,
    // Looking for equal parts of two whole documents would stop the page for longer than rendering what is new.
    structuralSharing: false,
    staleTime: untilShown,
    gcTime: untilShown,
    refetchOnWindowFocus: false,
  })

/** Reads again what may be older than a moment ago; what is under way is awaited first, since it may have begun before. */
export async function readAgain(client: QueryClient, queryKey: QueryKey): Promise<void> {
  await client
    .getQueryCache()
    .find({ queryKey })
    ?.promise?.catch(() => undefined)
  await client.invalidateQueries({ queryKey })
}
