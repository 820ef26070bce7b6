import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { CallFailure } from './api.ts'
import { sessionQuery } from './queries.ts'
import { sessionExpired } from './session-expiry.ts'

/** A call refused for want of a session, while the page believes that somebody is signed in: the session has ended. */
function noticeExpiry(error: Error): void {
  if (!(error instanceof CallFailure) || error.code !== 'access.sign-in-needed') return
  if (queryClient.getQueryData(sessionQuery.queryKey)?.person) sessionExpired.raise()
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeExpiry }),
  mutationCache: new MutationCache({ onError: noticeExpiry }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Without a connection a read fails too: a paused one would never end, and a write that asks for the page again waits for it.
      networkMode: 'always',
      refetchOnReconnect: true,
      // A refusal stays a refusal; only a lost connection is worth a second try.
      retry: (failures, error) => error instanceof CallFailure && error.code === 'offline' && failures < 1,
      retryDelay: 400,
    },
    // Without a connection a write fails at once and says so, instead of waiting unseen.
    mutations: { networkMode: 'always' },
  },
})
