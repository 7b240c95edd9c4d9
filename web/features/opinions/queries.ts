import { queryOptions } from '@tanstack/react-query'
import { listAdvisers, listOpinions } from '#contract/opinions.ts'
import { call } from '../../api/call.ts'

const KEY = 'opinions'

/** How often it is looked for an answer that is not heard of. */
const LOOK_MS = 10_000

export const advisers = queryOptions({
  queryKey: [KEY, 'advisers'],
  queryFn: ({ signal }) => call(listAdvisers, { signal }),
})

export const opinions = (relationId: string) =>
  queryOptions({
    queryKey: [KEY, 'of', relationId],
    queryFn: ({ signal }) => call(listOpinions, { params: { id: relationId }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(opinion => opinion.state === 'waiting') ? LOOK_MS : false,
  })
