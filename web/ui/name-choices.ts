import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listOutlets } from '#contract/sources.ts'
import { listSpeakers, readSpeaker } from '#contract/speakers.ts'
import { listTopics } from '#contract/topics.ts'
import { call } from '../api/call.ts'

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
