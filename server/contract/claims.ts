import { z } from 'zod'
import { HOW_PUT, QUOTE_STATES } from '#domain/vocabulary.ts'
import { PartialDate, PartialDateInput } from './date.ts'
import { endpoint } from './endpoint.ts'
import { flag, page, paging, several } from './paging.ts'
import { Source, SourceBrief } from './sources.ts'
import { NewSpeaker, SpeakerBrief } from './speakers.ts'
import { anyText, Id, Instant, LIMITS, NewId, Person, text, Version, verbatim } from './text.ts'
import { TopicBrief } from './topics.ts'

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

const core = {
  id: Id,
  version: Version,
  statement: z.string(),
  howPut: z.enum(HOW_PUT),
  speaker: SpeakerBrief,
  said: PartialDate.nullable(),
  topics: z.array(TopicBrief),
  createdAt: Instant,
}

/** A disputed point as a claim names it. */
export const DisputeBrief = z
  .object({ id: Id, slug: z.string(), question: z.string(), published: z.boolean() })
  .meta({ id: 'DisputeBrief' })
export type DisputeBrief = z.infer<typeof DisputeBrief>

/** A claim as another one names it. */
export const ClaimBrief = z.object({ id: Id, statement: z.string() }).meta({ id: 'ClaimBrief' })
export type ClaimBrief = z.infer<typeof ClaimBrief>

export const Claim = z
  .object({
    ...core,
    /** The first one first, then as they were added. */
    appearances: z.array(Appearance),
    disputes: z.array(DisputeBrief),
    /** The claim that stands for it in lists, when decisions find the two to be one; null for those that stand for themselves. */
    sameAs: ClaimBrief.nullable(),
    /** The claims it stands for, oldest first. */
    joined: z.array(ClaimBrief),
  })
  .meta({ id: 'Claim' })
export type Claim = z.infer<typeof Claim>

export const ClaimItem = z
  .object({
    ...core,
    /** Of the first appearance. */
    quote: z.object({ snapshotId: Id, exact: z.string(), start: z.int(), end: z.int() }),
    source: SourceBrief,
    appearances: z.int(),
    /** Whether it, or a claim it stands for, stands on a disputed point or in a confirmed contradiction. */
    disputed: z.boolean(),
    /** The claim that stands for it in lists; null for those that stand for themselves. */
    sameAs: ClaimBrief.nullable(),
  })
  .meta({ id: 'ClaimItem' })
export type ClaimItem = z.infer<typeof ClaimItem>

/** A selection in a snapshot: the server snaps it to whole characters, checks `exact` and takes the context itself. */
export const QuoteInput = z.strictObject({
  snapshotId: Id,
  start: z.int().min(0),
  end: z.int().min(1),
  exact: verbatim(LIMITS.quote),
})

const SpeakerChoice = z.union([z.strictObject({ id: Id }), NewSpeaker.omit({ id: true })], {
  error: 'Choose a speaker, or give the name and kind of a new one.',
})

const topicNames = z.array(text(LIMITS.name)).max(20)

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

export const createClaim = endpoint({
  method: 'post',
  path: '/api/claims',
  access: 'researcher',
  summary: 'Make a claim of a passage',
  body: z.strictObject({
    id: NewId,
    statement: text(LIMITS.statement),
    howPut: z.enum(HOW_PUT).default('asserted'),
    speaker: SpeakerChoice,
    said: PartialDateInput,
    topics: topicNames.default([]),
    quote: QuoteInput,
  }),
  reply: Claim,
  status: 201,
})

export const readClaim = endpoint({
  method: 'get',
  path: '/api/claims/:id',
  access: 'anyone',
  summary: 'Read a claim with its appearances',
  params: z.strictObject({ id: Id }),
  reply: Claim,
})

export const updateClaim = endpoint({
  method: 'patch',
  path: '/api/claims/:id',
  access: 'researcher',
  summary: 'Edit a claim by a new revision',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    version: Version,
    statement: text(LIMITS.statement).optional(),
    howPut: z.enum(HOW_PUT).optional(),
    speaker: SpeakerChoice.optional(),
    said: PartialDateInput.optional(),
    topics: topicNames.optional(),
  }),
  reply: Claim,
})

export const ClaimRevision = z
  .object({
    number: z.int(),
    statement: z.string(),
    howPut: z.enum(HOW_PUT),
    speaker: SpeakerBrief,
    said: z.string().nullable(),
    topics: z.array(z.string()),
    revisedAt: Instant,
    revisedBy: Person.nullable(),
  })
  .meta({ id: 'ClaimRevision' })
export type ClaimRevision = z.infer<typeof ClaimRevision>

export const listClaimRevisions = endpoint({
  method: 'get',
  path: '/api/claims/:id/revisions',
  access: 'anyone',
  summary: 'List every wording a claim has had, newest first',
  params: z.strictObject({ id: Id }),
  query: z.strictObject(paging),
  reply: page(ClaimRevision),
})

export const addAppearance = endpoint({
  method: 'post',
  path: '/api/claims/:id/appearances',
  access: 'researcher',
  summary: 'Add another passage in which the claim is made',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ quote: QuoteInput }),
  reply: Claim,
  status: 201,
})

const appearanceParams = z.strictObject({ id: Id, appearanceId: Id })

export const markFirstAppearance = endpoint({
  method: 'post',
  path: '/api/claims/:id/appearances/:appearanceId/first',
  access: 'researcher',
  summary: 'Mark an appearance as the first known one',
  params: appearanceParams,
  reply: Claim,
})

export const removeAppearance = endpoint({
  method: 'delete',
  path: '/api/claims/:id/appearances/:appearanceId',
  access: 'researcher',
  summary: 'Take back an appearance; the first one cannot go',
  params: appearanceParams,
  reply: Claim,
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
