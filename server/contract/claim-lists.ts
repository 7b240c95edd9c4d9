import { z } from 'zod'
import { HOW_PUT, QUOTE_STATES } from '#domain/vocabulary.ts'
import { ClaimItem } from './claims.ts'
import { PartialDateInput } from './date.ts'
import { endpoint } from './endpoint.ts'
import { flag, page, paging, several } from './paging.ts'
import { Quote } from './quotes.ts'
import { Source } from './sources.ts'
import { anyText, Id, LIMITS } from './text.ts'

/** The facets of the claim table; all that are given must hold, of several values of one any. */
export const claimFilter = {
  /** Search grammar: words, "phrase", -not, speaker:, outlet:, topic:, before:, after: */
  q: z.string().max(1_000).optional(),
  speaker: several(Id),
  outlet: several(anyText(LIMITS.name)),
  /** Slugs. */
  topic: several(anyText(LIMITS.name)),
  howPut: several(z.enum(HOW_PUT)),
  /** How any of its quotes stands in the newest text of its source. */
  quoteState: several(z.enum(QUOTE_STATES)),
  /**
   * Claims that can be of a day on or after, on or before, as partial dates: the day they were said or, where that is
   * not known, their first source was published.
   */
  from: PartialDateInput,
  to: PartialDateInput,
  disputed: flag,
  /** Also claims that are the same as another one, which stands in lists for them. */
  joined: flag,
}

export const CLAIM_ORDERS = ['newest', 'oldest', 'said_last', 'said_first'] as const

export const listClaims = endpoint({
  method: 'get',
  path: '/api/claims',
  access: 'anyone',
  summary: 'List claims that match, newest first unless an order is given',
  query: z.strictObject({ ...paging, ...claimFilter, order: z.enum(CLAIM_ORDERS).default('newest') }),
  reply: page(ClaimItem).extend({
    /** What could not be read in `q`; offsets in UTF-16 units. */
    problems: z.array(z.object({ message: z.string(), start: z.int(), end: z.int() })),
  }),
})

const facet = z.array(z.object({ value: z.string(), label: z.string(), claims: z.int() }))

export const readClaimFacets = endpoint({
  method: 'get',
  path: '/api/claims/facets',
  access: 'anyone',
  summary: 'Count the claims that match per speaker, outlet, topic and how put; the largest groups of each',
  query: z.strictObject(claimFilter),
  /**
   * At most twenty groups of each, largest first. Each kind is counted as if none of it were chosen, so that a second
   * choice can be added to the first. Counting stops at the newest 10,000 claims.
   */
  reply: z.object({
    total: z.int(),
    speaker: facet,
    outlet: facet,
    topic: facet,
    howPut: facet,
  }),
})

/** A claim where it stands in a text: what the reader's margin shows. */
export const MarkedClaim = z
  .object({ claim: ClaimItem, quote: Quote, first: z.boolean() })
  .meta({ id: 'MarkedClaim' })
export type MarkedClaim = z.infer<typeof MarkedClaim>

export const listSnapshotClaims = endpoint({
  method: 'get',
  path: '/api/snapshots/:id/claims',
  access: 'anyone',
  summary: 'List the claims of a snapshot in the order of the text',
  params: z.strictObject({ id: Id }),
  query: z.strictObject(paging),
  reply: page(MarkedClaim),
})

export const readPage = endpoint({
  method: 'get',
  path: '/api/pages',
  access: 'reader',
  summary: 'Say what is known of a page on the web: its source, and the claims made of it',
  query: z.strictObject({
    ...paging,
    /** The page's address; once more for the one that the page gives of itself. The first that is known counts. */
    url: several(anyText(LIMITS.url)).refine(urls => urls.length >= 1 && urls.length <= 3, {
      error: 'Give the address of the page.',
    }),
  }),
  /** Claims of all versions of the page's text, in the order of the text they were made of. No source, no claims. */
  reply: page(MarkedClaim).extend({ source: Source.nullable() }),
})
