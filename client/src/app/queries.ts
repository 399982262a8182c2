import {
  installationSchema,
  meSchema,
  peopleSchema,
  projectSchema,
  projectSummarySchema,
} from '@parley/protocol'
import { queryOptions } from '@tanstack/react-query'
import { api, path } from './api.ts'
import { meKey, projectKey } from './keys.ts'
import { isProblem } from './problem-error.ts'

/** What is to be known before anybody signs in. */
export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: ({ signal }) => api.get('/installation', installationSchema, { signal }),
})

/** The signed-in person, or `null`. */
export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: async ({ signal }) => {
    try {
      return await api.get('/me', meSchema, { signal })
    } catch (error) {
      if (isProblem(error, 'not-signed-in')) return null
      throw error
    }
  },
  staleTime: 5 * 60_000,
})

/** The projects the person takes part in. */
export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  queryFn: ({ signal }) => api.get('/projects', projectSummarySchema.array(), { signal }),
})

/** A project as its viewer may see it. */
export const projectQuery = (project: string) =>
  queryOptions({
    queryKey: [...projectKey(project), 'view'],
    queryFn: ({ signal }) => api.get(path`/projects/${project}`, projectSchema, { signal }),
  })

/** Parties, members and pending invitations of a project. */
export const peopleQuery = (project: string) =>
  queryOptions({
    queryKey: [...projectKey(project), 'people'],
    queryFn: ({ signal }) => api.get(path`/projects/${project}/people`, peopleSchema, { signal }),
  })
