import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { type Me, readMe } from '#contract/accounts.ts'
import { atLeast, type Role } from '#domain/vocabulary.ts'
import { call } from './call.ts'

export const meKey = ['me'] as const

const FIVE_MINUTES = 300_000

export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: ({ signal }) => call(readMe, { signal }),
  staleTime: FIVE_MINUTES,
})

/** Who is asking; undefined while that is not known yet. */
export function useMe(): Me | undefined {
  return useQuery(meQuery).data
}

/** Whether whoever is signed in has this role or one above it. False until it is known. */
export function useCan(needed: Role): boolean {
  return atLeast(useMe()?.account?.role ?? null, needed)
}

/** After signing in or out: what another person may see is not kept. */
export async function startSession(client: QueryClient, me: Me): Promise<void> {
  client.setQueryData(meKey, me)
  await client.resetQueries({ predicate: query => query.queryKey[0] !== meKey[0] })
}
