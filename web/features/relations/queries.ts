import { listRelations } from '#contract/relations.ts'
import type { RelationKind, RelationState } from '#domain/vocabulary.ts'
import { call } from '../../api/call.ts'
import { keysetOptions } from '../../api/keyset.ts'

export const relationKeys = { all: ['relations'] as const }

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
