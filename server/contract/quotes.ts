import { z } from 'zod'
import { QUOTE_STATES } from '#domain/vocabulary.ts'
import { SourceBrief } from './sources.ts'
import { Id, Instant, LIMITS, Person, verbatim } from './text.ts'

/** A passage of a snapshot; `start` and `end` are UTF-16 offsets into its text. */
export const Quote = z
  .object({
    id: Id,
    snapshotId: Id,
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    start: z.int(),
    end: z.int(),
    /** The page of a paged document it starts on, from 1. */
    page: z.int().nullable(),
  })
  .meta({ id: 'Quote' })
export type Quote = z.infer<typeof Quote>

const Words = z.object({ text: z.string(), start: z.int(), end: z.int() })

/** One change of words: `before` in the quote, `after` in the text; UTF-16 offsets in each. */
export const WordDifference = z
  .object({ kind: z.enum(['inserted', 'deleted', 'replaced']), before: Words, after: Words })
  .meta({ id: 'WordDifference' })
export type WordDifference = z.infer<typeof WordDifference>

export const Appearance = z
  .object({
    id: Id,
    /** The first known appearance of the claim. */
    first: z.boolean(),
    quote: Quote,
    /** What stands around the quote in its snapshot, to the ends of its sentences. */
    context: z.object({ before: z.string(), after: z.string() }),
    /** What became of the quote: in the newest snapshot of its source, or `unreachable` when its page cannot be read now. */
    state: z.enum(QUOTE_STATES),
    /** Where it stands in the newest snapshot, and since when it is so; null while that is the one it was taken from. */
    now: z
      .object({
        snapshotId: Id,
        start: z.int().nullable(),
        end: z.int().nullable(),
        words: z.string().nullable(),
        difference: z.array(WordDifference),
        since: Instant,
      })
      .nullable(),
    source: SourceBrief,
    addedAt: Instant,
    addedBy: Person.nullable(),
  })
  .meta({ id: 'Appearance' })
export type Appearance = z.infer<typeof Appearance>

/** A selection in a snapshot: the server snaps it to whole characters, checks `exact` and takes the context itself. */
export const QuoteInput = z.strictObject({
  snapshotId: Id,
  start: z.int().min(0),
  end: z.int().min(1),
  exact: verbatim(LIMITS.quote),
})
