import { z } from 'zod'
import { QUOTE_STATES, WATCH_INTERVALS, WATCH_STATES } from '#domain/vocabulary.ts'
import { endpoint } from './endpoint.ts'
import { flag, page, paging, several } from './paging.ts'
import { WordDifference } from './quotes.ts'
import { SourceBrief } from './sources.ts'
import { Id, Instant, Version } from './text.ts'

/** A quote that no longer stands in its source as it was taken, or stands elsewhere in it. */
export const WatchedQuote = z
  .object({
    quoteId: Id,
    claimId: Id,
    statement: z.string(),
    exact: z.string(),
    state: z.enum(QUOTE_STATES),
    /** The words that stand there now; null when they are gone. */
    words: z.string().nullable(),
    difference: z.array(WordDifference),
    since: Instant,
  })
  .meta({ id: 'WatchedQuote' })
export type WatchedQuote = z.infer<typeof WatchedQuote>

export const Watch = z
  .object({
    source: SourceBrief,
    every: z.enum(WATCH_INTERVALS),
    state: z.enum(WATCH_STATES),
    /** Since when it is in that state. */
    since: Instant,
    /** Why the page was not read at the last visit. */
    problem: z.string().nullable(),
    /** Visits that failed one after the other. */
    failures: z.int(),
    visitedAt: Instant.nullable(),
    reachedAt: Instant.nullable(),
    nextAt: Instant.nullable(),
    version: Version,
    /** How many quotes are taken from it. */
    quotes: z.int(),
    /** Those that changed, moved or are gone in its newest snapshot; the changed ones first. */
    altered: z.array(WatchedQuote),
  })
  .meta({ id: 'Watch' })
export type Watch = z.infer<typeof Watch>

export const listWatches = endpoint({
  method: 'get',
  path: '/api/watches',
  access: 'researcher',
  summary: 'List the sources that are visited again, with the quotes that changed, moved or are gone',
  query: z.strictObject({
    ...paging,
    state: several(z.enum(WATCH_STATES)),
    /** Only those with a quote that changed or is gone. */
    altered: flag,
  }),
  reply: page(Watch),
})

const params = z.strictObject({ id: Id })

export const readWatch = endpoint({
  method: 'get',
  path: '/api/sources/:id/watch',
  access: 'researcher',
  summary: 'Say how often a source is visited again, and what became of its quotes',
  params,
  reply: Watch,
})

export const setWatch = endpoint({
  method: 'put',
  path: '/api/sources/:id/watch',
  access: 'editor',
  summary: 'Set how often the page of a source is visited again',
  params,
  body: z.strictObject({ version: Version, every: z.enum(WATCH_INTERVALS) }),
  reply: Watch,
})

export const visitNow = endpoint({
  method: 'post',
  path: '/api/sources/:id/visit',
  access: 'editor',
  summary: 'Visit the page of a source now, in the background',
  params,
  reply: Watch,
})
