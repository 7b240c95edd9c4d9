import { z } from 'zod'
import { DISPUTE_STATES, RELATION_KINDS, RELATION_STATES } from '#domain/vocabulary.ts'
import { Claim } from './claims.ts'
import { PartialDateInput } from './date.ts'
import { endpoint } from './endpoint.ts'
import { flag, page, paging, several } from './paging.ts'
import { Decision, Reason } from './relations.ts'
import { Id, Instant, LIMITS, NewId, optionalText, Person, text, Version } from './text.ts'

export const DisputeItem = z
  .object({
    id: Id,
    slug: z.string(),
    question: z.string(),
    summary: z.string().nullable(),
    state: z.enum(DISPUTE_STATES),
    published: z.boolean(),
    changedAt: Instant,
    positions: z.array(z.object({ label: z.string(), claims: z.int() })),
    claims: z.int(),
    outlets: z.int(),
    /** As outlets, but copies of one text are one voice. */
    voices: z.int(),
  })
  .meta({ id: 'DisputeItem' })
export type DisputeItem = z.infer<typeof DisputeItem>

export const Position = z
  .object({ id: Id, label: z.string(), /** By said date, oldest first. */ claims: z.array(Claim) })
  .meta({ id: 'Position' })
export type Position = z.infer<typeof Position>

/** What holds between two claims of a dispute; the claims themselves stand on the positions. */
export const DisputeRelation = z
  .object({
    id: Id,
    version: Version,
    aId: Id,
    bId: Id,
    kind: z.enum(RELATION_KINDS),
    state: z.enum(RELATION_STATES),
    supersederId: Id.nullable(),
    note: z.string().nullable(),
    reasons: z.array(Reason),
    decisions: z.array(Decision),
  })
  .meta({ id: 'DisputeRelation' })
export type DisputeRelation = z.infer<typeof DisputeRelation>

export const Dispute = z
  .object({
    id: Id,
    slug: z.string(),
    version: Version,
    question: z.string(),
    summary: z.string().nullable(),
    state: z.enum(DISPUTE_STATES),
    publishedAt: Instant.nullable(),
    publishedBy: Person.nullable(),
    createdAt: Instant,
    changedAt: Instant,
    positions: z.array(Position),
    /** Outlets of its claims; and how many of them speak for themselves: copies of one text are one voice. */
    outlets: z.int(),
    voices: z.int(),
    /** Confirmed ones; for those who may review, the suggested ones too. */
    relations: z.array(DisputeRelation),
  })
  .meta({ id: 'Dispute' })
export type Dispute = z.infer<typeof Dispute>

export const listDisputes = endpoint({
  method: 'get',
  path: '/api/disputes',
  access: 'anyone',
  summary: 'List disputed points, last changed first',
  query: z.strictObject({
    ...paging,
    q: z.string().max(1_000).optional(),
    topic: several(z.string().max(LIMITS.name)),
    speaker: several(Id),
    outlet: several(z.string().max(LIMITS.name)),
    state: several(z.enum(DISPUTE_STATES)),
    published: flag,
    /** A claim of it was said on or after, on or before. */
    from: PartialDateInput,
    to: PartialDateInput,
    claim: Id.optional(),
  }),
  reply: page(DisputeItem),
})

const PositionsInput = z
  .array(
    z.strictObject({
      /** Of a position that is kept. */
      id: Id.optional(),
      label: text(LIMITS.label),
      claimIds: z.array(Id).max(500),
    }),
  )
  .max(12)

export const createDispute = endpoint({
  method: 'post',
  path: '/api/disputes',
  access: 'editor',
  summary: 'Open a disputed point with its positions',
  body: z.strictObject({
    id: NewId,
    question: text(LIMITS.question),
    summary: optionalText(LIMITS.note),
    positions: PositionsInput.default([]),
  }),
  reply: Dispute,
  status: 201,
})

export const readDispute = endpoint({
  method: 'get',
  path: '/api/disputes/:slug',
  access: 'anyone',
  summary: 'Read a disputed point side by side',
  params: z.strictObject({ slug: z.string().min(1).max(200) }),
  reply: Dispute,
})

export const updateDispute = endpoint({
  method: 'patch',
  path: '/api/disputes/:id',
  access: 'editor',
  summary: 'Change the question, the summary, the state or, until it is first published, the slug',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    version: Version,
    question: text(LIMITS.question).optional(),
    summary: optionalText(LIMITS.note).optional(),
    state: z.enum(DISPUTE_STATES).optional(),
    slug: text(100).optional(),
  }),
  reply: Dispute,
})

export const arrangePositions = endpoint({
  method: 'put',
  path: '/api/disputes/:id/positions',
  access: 'editor',
  summary: 'Put positions and their claims in order: the whole list replaces the one that stands',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ version: Version, positions: PositionsInput }),
  reply: Dispute,
})

export const publishDispute = endpoint({
  method: 'post',
  path: '/api/disputes/:id/publish',
  access: 'editor',
  summary: 'Show a disputed point, its claims and sources to everybody',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ version: Version }),
  reply: Dispute,
})

export const unpublishDispute = endpoint({
  method: 'post',
  path: '/api/disputes/:id/unpublish',
  access: 'editor',
  summary: 'Take a disputed point back from the public',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ version: Version }),
  reply: Dispute,
})

/** Whether whoever asks follows a point: what happens to it then stands under their bell. */
export const Following = z.strictObject({ following: z.boolean() }).meta({ id: 'Following' })

export const readFollowing = endpoint({
  method: 'get',
  path: '/api/disputes/:id/follow',
  access: 'reader',
  summary: 'Say whether one follows a disputed point',
  params: z.strictObject({ id: Id }),
  reply: Following,
})

export const setFollowing = endpoint({
  method: 'put',
  path: '/api/disputes/:id/follow',
  access: 'reader',
  summary: 'Follow a disputed point, or leave it; who makes or edits one follows it',
  params: z.strictObject({ id: Id }),
  body: Following,
  reply: Following,
})
