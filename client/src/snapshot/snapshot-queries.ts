import { comparisonSchema, snapshotsSchema, type VersionContent } from '@parley/protocol'
import { queryOptions } from '@tanstack/react-query'
import { api, path, type Reader } from '../app/api.ts'
import { projectKey } from '../app/keys.ts'

/** The cache key of a project's snapshots; events make what is below it stale. */
export const snapshotsKey = (project: string) => [...projectKey(project), 'snapshots'] as const

/** The snapshots that the viewer may see, newest first. */
export const snapshotsQuery = (project: string) =>
  queryOptions({
    queryKey: snapshotsKey(project),
    queryFn: async ({ signal }) => {
      const { snapshots } = await api.get(path`/projects/${project}/snapshots`, snapshotsSchema, { signal })
      return snapshots.toSorted((left, right) => right.number - left.number)
    },
  })

// As large as a document, and as trustworthy: see documentQuery.
const versionReader: Reader<VersionContent> = { parse: (value) => value as VersionContent }

/** The whole content of a version: `now`, or a snapshot's number, which never changes. */
export const versionQuery = (project: string, version: string) =>
  queryOptions({
    queryKey: [...projectKey(project), 'version', version],
    queryFn: ({ signal }) =>
      api.get(path`/projects/${project}/versions/${version}`, versionReader, { signal }),
    staleTime: version === 'now' ? 0 : Number.POSITIVE_INFINITY,
    gcTime: version === 'now' ? 0 : 5 * 60_000,
  })

/** What changed from one version to another. */
export const comparisonQuery = (project: string, from: string, to: string) =>
  queryOptions({
    queryKey: [...projectKey(project), 'comparison', from, to],
    queryFn: ({ signal }) =>
      api.get(
        `${path`/projects/${project}/compare`}?${new URLSearchParams({ from, to })}`,
        comparisonSchema,
        { signal },
      ),
    staleTime: 0,
    gcTime: 0,
  })
