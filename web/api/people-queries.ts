import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listPeople } from '#contract/accounts.ts'
import { call } from './call.ts'

/** Who may be mentioned, by how their name begins. */
export const peopleNamed = (q: string) =>
  queryOptions({
    queryKey: ['people', q],
    queryFn: ({ signal }) => call(listPeople, { query: { q }, signal }),
    placeholderData: keepPreviousData,
  })
