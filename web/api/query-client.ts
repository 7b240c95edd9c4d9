import { notifyManager, QueryCache, QueryClient } from '@tanstack/react-query'
import { hasCode } from './api-error.ts'
import { meKey } from './session.ts'

const STALE_MS = 30_000
const RETRIES = 2

// The screen knows that something is being sent before the next event: a second click meets a button that is busy.
notifyManager.setScheduler(queueMicrotask)

/** Reads are retried when the server could not be reached, and only then; writes never are. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: error => {
        // The session has ended: the shell and the rights on every page follow from this one query.
        if (hasCode(error, 'unauthenticated')) void client.invalidateQueries({ queryKey: meKey })
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        retry: (failures, error) => failures < RETRIES && hasCode(error, 'unreachable'),
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return client
}
