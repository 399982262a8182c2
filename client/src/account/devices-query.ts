import { queryOptions } from '@tanstack/react-query'
import { auth } from './auth.ts'

/** The cache key of the list of signed-in devices. */
export const devicesKey = ['devices'] as const

/** The devices on which the person is signed in, this one first, then the one used last. */
export const devicesQuery = queryOptions({
  queryKey: devicesKey,
  queryFn: async ({ signal }) => {
    const [sessions, current] = await Promise.all([auth.sessions(signal), auth.currentSession(signal)])
    return sessions
      .map((session) => ({ ...session, isCurrent: session.id === current }))
      .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent) || b.updatedAt.localeCompare(a.updatedAt))
  },
})
