import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { meKey } from './keys.ts'
import { isProblem, NoAnswerError } from './problem-error.ts'

/** The session has ended somewhere else: whoever shows the person learns of it, and asks to sign in again in place. */
const noticeEndedSession = (error: unknown) => {
  if (isProblem(error, 'not-signed-in')) queryClient.setQueryData(meKey, null)
}

/** One cache for the application; events from the server keep it current, so that reading again is the exception. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEndedSession }),
  mutationCache: new MutationCache({ onError: noticeEndedSession }),
  defaultOptions: {
    // A request that cannot be sent fails and says so; the library would wait in silence for the network.
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      retry: (failures, error) => error instanceof NoAnswerError && failures < 2,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
