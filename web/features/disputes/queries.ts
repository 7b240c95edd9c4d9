import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listDisputes, readDispute } from '#contract/disputes.ts'
import { listRelations } from '#contract/relations.ts'
import { listOutlets } from '#contract/sources.ts'
import { listSpeakers, readSpeaker } from '#contract/speakers.ts'
import { listTopics } from '#contract/topics.ts'
import type { DisputeState } from '#domain/vocabulary.ts'
import { call } from '../../api/call.ts'
import { keysetOptions } from '../../api/keyset.ts'

export const disputeKeys = { all: ['disputes'] as const }

export type DisputeFilter = {
  q?: string | undefined
  topic: string[]
  speaker: string[]
  outlet: string[]
  state: DisputeState[]
  published?: 'true' | 'false' | undefined
  /** Partial dates as typed. */
  from?: string | undefined
  to?: string | undefined
}

export const disputeList = (filter: DisputeFilter) => ({
  ...keysetOptions({
    queryKey: [...disputeKeys.all, 'list', filter],
    fetchPage: ({ cursor, signal }) =>
      call(listDisputes, { query: { ...filter, cursor, limit: 20 }, signal }),
  }),
  // What was found stays while the next letters are typed.
  placeholderData: keepPreviousData,
})

export const dispute = (slug: string) =>
  queryOptions({
    queryKey: [...disputeKeys.all, 'one', slug],
    queryFn: ({ signal }) => call(readDispute, { params: { slug }, signal }),
  })

export const relationsOf = (claimId: string) =>
  queryOptions({
    queryKey: ['relations', 'of', claimId],
    queryFn: ({ signal }) =>
      call(listRelations, {
        query: { claim: claimId, state: ['confirmed', 'suggested'], limit: 20 },
        signal,
      }),
  })

export type Choice = { value: string; label: string }

/** What a filter offers for the letters typed so far. */
export const topicChoices = (q: string) =>
  queryOptions({
    queryKey: ['topics', 'choices', q],
    queryFn: async ({ signal }): Promise<Choice[]> =>
      (await call(listTopics, { query: { q, limit: 20 }, signal })).items.map(({ slug, name }) => ({
        value: slug,
        label: name,
      })),
    placeholderData: keepPreviousData,
  })

export const speakerChoices = (q: string) =>
  queryOptions({
    queryKey: ['speakers', 'choices', q],
    queryFn: async ({ signal }): Promise<Choice[]> =>
      (await call(listSpeakers, { query: { q, limit: 20 }, signal })).items.map(
        ({ id, name, disambiguation }) => ({
          value: id,
          label: disambiguation ? `${name} (${disambiguation})` : name,
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const outletChoices = (q: string) =>
  queryOptions({
    queryKey: ['outlets', 'choices', q],
    queryFn: async ({ signal }): Promise<Choice[]> =>
      (await call(listOutlets, { query: { q }, signal })).items.map(({ outlet }) => ({
        value: outlet,
        label: outlet,
      })),
    placeholderData: keepPreviousData,
  })

/** A speaker in a shared link is known by id alone. */
export const speakerName = (id: string) =>
  queryOptions({
    queryKey: ['speakers', id],
    queryFn: ({ signal }) => call(readSpeaker, { params: { id }, signal }),
  })
