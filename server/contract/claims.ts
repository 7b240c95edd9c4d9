import { z } from 'zod'
import { HOW_PUT } from '#domain/vocabulary.ts'
import { PartialDate, PartialDateInput } from './date.ts'
import { endpoint } from './endpoint.ts'
import { page, paging } from './paging.ts'
import { Appearance, QuoteInput } from './quotes.ts'
import { SourceBrief } from './sources.ts'
import { NewSpeaker, SpeakerBrief } from './speakers.ts'
import { Id, Instant, LIMITS, NewId, Person, text, Version } from './text.ts'
import { TopicBrief } from './topics.ts'

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

const SpeakerChoice = z.union([z.strictObject({ id: Id }), NewSpeaker.omit({ id: true })], {
  error: 'Choose a speaker, or give the name and kind of a new one.',
})

const topicNames = z.array(text(LIMITS.name)).max(20)

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
