import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listSnapshotClaims, type MarkedClaim } from '#contract/claim-lists.ts'
import { listSpeakers } from '#contract/speakers.ts'
import { checkStatement } from '#contract/suggestions.ts'
import { listTopics } from '#contract/topics.ts'
import type { HowPut } from '#domain/vocabulary.ts'
import { call } from '../../api/call.ts'

/** All claims of a snapshot, in the order of the text. */
export const snapshotClaims = (id: string) =>
  queryOptions({
    queryKey: ['claims', 'snapshot', id],
    queryFn: ({ signal }) => readAllClaims(id, signal),
  })

/** All claims of other snapshots of a source, to be looked for in the one that is shown. */
export const claimsOfOthers = (snapshotIds: readonly string[]) =>
  queryOptions({
    queryKey: ['claims', 'snapshots', snapshotIds],
    queryFn: async ({ signal }) => {
      const all: MarkedClaim[] = []
      for (const id of snapshotIds) all.push(...(await readAllClaims(id, signal)))
      return all
    },
    enabled: snapshotIds.length > 0,
  })

async function readAllClaims(id: string, signal: AbortSignal): Promise<MarkedClaim[]> {
  const all: MarkedClaim[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await call(listSnapshotClaims, {
      params: { id },
      query: { cursor, limit: 100 },
      signal,
    })
    all.push(...items)
    cursor = next ?? undefined
  } while (cursor !== undefined)
  return all
}

export const speakerMatches = (q: string) =>
  queryOptions({
    queryKey: ['speakers', 'matches', q],
    queryFn: ({ signal }) => call(listSpeakers, { query: { q, limit: 8 }, signal }),
    placeholderData: keepPreviousData,
  })

export const topicMatches = (q: string) =>
  queryOptions({
    queryKey: ['topics', 'matches', q],
    queryFn: ({ signal }) => call(listTopics, { query: { q, limit: 20 }, signal }),
    placeholderData: keepPreviousData,
  })

/** What a statement may conflict with or repeat. The answer to the one before stands until this one comes. */
export const nearbyClaims = (statement: string, howPut: HowPut) =>
  queryOptions({
    queryKey: ['nearby', statement, howPut],
    queryFn: ({ signal }) => call(checkStatement, { body: { statement, howPut }, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  })
