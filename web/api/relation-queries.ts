import { queryOptions } from '@tanstack/react-query'
import { readRelation } from '#contract/relations.ts'
import { call } from './call.ts'

export const relation = (id: string) =>
  queryOptions({
    queryKey: ['relations', 'one', id],
    queryFn: ({ signal }) => call(readRelation, { params: { id }, signal }),
  })
