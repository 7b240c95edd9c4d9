import { z } from 'zod'
import { HOW_PUT, REASON_TYPES, RELATION_KINDS } from '#domain/vocabulary.ts'
import { ClaimItem } from './claims.ts'
import { endpoint } from './endpoint.ts'
import { page, paging, several } from './paging.ts'
import { Relation, Span } from './relations.ts'
import { AccountId, anyText, Id, LIMITS, text } from './text.ts'

/** Which pairs are asked for: those that may not both be true, those that may say the same, or all. */
export const QUEUES = ['conflicts', 'agreements', 'both'] as const
export type Queue = (typeof QUEUES)[number]

/** What the queue is narrowed by; all that are given must hold, of several values of one any, of either claim. */
export const queueFilter = {
  about: z.enum(QUEUES).default('conflicts'),
  /** 0–1, as the desk has learnt to read the scores; what a person proposed has no score and counts as 1. */
  minScore: z.coerce.number().min(0).max(1).optional(),
  /** The reason that leads. */
  reason: several(z.enum(REASON_TYPES)),
  speaker: several(Id),
  outlet: several(anyText(LIMITS.name)),
  /** Slugs. */
  topic: several(anyText(LIMITS.name)),
  /** `me`, `nobody`, or the account of an editor. */
  assigned: AccountId.optional(),
  /** Only pairs that wait for another reading, of which this editor has made none. */
  reading: z.literal('second').optional(),
}

export const QUEUE_ORDERS = ['likeliest', 'newest', 'oldest'] as const
export type QueueOrder = (typeof QUEUE_ORDERS)[number]

export const Suggestion = Relation.extend({
  /** The score, 0–1, as the desk's decisions on pairs with the same leading reason, or on pairs that agree, have changed it. */
  likelihood: z.number().nullable(),
}).meta({ id: 'Suggestion' })
export type Suggestion = z.infer<typeof Suggestion>

export const listSuggestions = endpoint({
  method: 'get',
  path: '/api/suggestions',
  access: 'editor',
  summary:
    'List the pairs that wait for one’s decision, the likeliest first, with all that the desk shows of them',
  query: z.strictObject({ ...paging, ...queueFilter, order: z.enum(QUEUE_ORDERS).default('likeliest') }),
  reply: page(Suggestion),
})

export const countSuggestions = endpoint({
  method: 'get',
  path: '/api/suggestions/counts',
  access: 'editor',
  summary: 'Count the pairs that wait for one’s decision, in all and by the reason that leads',
  query: z.strictObject(queueFilter),
  reply: z.object({
    total: z.int(),
    /** The same of each queue, whichever is asked for. */
    conflicts: z.int(),
    agreements: z.int(),
    /** Of those asked for, by the reason that leads, those with most pairs first. */
    reasons: z.array(z.object({ reason: z.enum(REASON_TYPES), pairs: z.int() })),
  }),
})

/** What became of the detector's suggestions that were decided. */
export const Precision = z
  .object({
    decided: z.int(),
    /** As proposed. */
    confirmed: z.int(),
    /** As another kind than the one proposed. */
    otherwise: z.int(),
    dismissed: z.int(),
    /** The share confirmed, with its 95 % interval; 0–1, null while nothing is decided. */
    measured: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
  })
  .meta({ id: 'Precision' })
export type Precision = z.infer<typeof Precision>

export const readPrecision = endpoint({
  method: 'get',
  path: '/api/suggestions/precision',
  access: 'editor',
  summary: 'Say how many of the detector’s suggestions were confirmed, in all and per type of reason',
  reply: z.object({
    /** Of the pairs suggested as conflicts. */
    overall: Precision,
    /** Of the pairs suggested as saying the same. */
    agreements: Precision,
    /** Of every type of conflict about which something is decided; a pair with reasons of several types counts for each. */
    reasons: z.array(Precision.extend({ reason: z.enum(REASON_TYPES) })),
    /** By the leading reason: the share that the scores promised, and the one they are read as here; both 0–1. */
    learnt: z.array(
      z.object({
        reason: z.enum(REASON_TYPES),
        decided: z.int(),
        promised: z.number(),
        expected: z.number(),
      }),
    ),
  }),
})

/** A stored claim beside a statement that is only written. */
export const CheckedClaim = z
  .object({
    claim: ClaimItem,
    kind: z.enum(RELATION_KINDS),
    /** Probabilities, 0–1. */
    contradicts: z.number(),
    agrees: z.number(),
    reasons: z.array(
      z.object({
        type: z.enum(REASON_TYPES),
        explanation: z.string(),
        /** The disputed words of the statement that was sent, and of the claim's. */
        own: Span,
        theirs: Span,
      }),
    ),
  })
  .meta({ id: 'CheckedClaim' })
export type CheckedClaim = z.infer<typeof CheckedClaim>

export const checkStatement = endpoint({
  method: 'post',
  path: '/api/check',
  key: 'read',
  access: 'researcher',
  summary: 'Say which claims a statement may conflict with or repeat; nothing is stored',
  body: z.strictObject({ statement: text(LIMITS.statement), howPut: z.enum(HOW_PUT).optional() }),
  reply: z.object({
    /** The likeliest first; at most twenty of each. */
    conflicts: z.array(CheckedClaim),
    repeats: z.array(CheckedClaim),
  }),
})
