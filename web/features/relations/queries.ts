import { queryOptions } from '@tanstack/react-query'
import { listRelations, readRelation } from '#contract/relations.ts'
import type { RelationKind, RelationState } from '#domain/vocabulary.ts'
import { call } from '../../api/call.ts'
import { keysetOptions } from '../../api/keyset.ts'

export const relationKeys = { all: ['relations'] as const }

export const relation = (id: string) =>
  queryOptions({
    queryKey: [...relationKeys.all, 'one', id],
    queryFn: ({ signal }) => call(readRelation, { params: { id }, signal }),
  })

export type RelationFilter = {
  claim?: string
  speaker?: string
  state?: RelationState[]
  kind?: RelationKind[]
}

export const relationList = (filter: RelationFilter) =>
  keysetOptions({
    queryKey: [...relationKeys.all, 'list', filter],
    fetchPage: ({ cursor, signal }) =>
      call(listRelations, { query: { ...filter, cursor, limit: 30 }, signal }),
  })
