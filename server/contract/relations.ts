import { z } from 'zod'
import {
  AWAITED_READINGS,
  REASON_TYPES,
  RELATION_KINDS,
  RELATION_ORIGINS,
  RELATION_STATES,
} from '#domain/vocabulary.ts'
import { Claim, ClaimItem } from './claims.ts'
import { endpoint } from './endpoint.ts'
import { page, paging, several } from './paging.ts'
import { AccountId, Id, Instant, LIMITS, NewId, optionalText, Person, text, Version } from './text.ts'

/** Marked words: UTF-16 offsets, and the words themselves, by which they are found again after an edit. */
export const Span = z
  .strictObject({
    start: z.int().min(0),
    end: z.int().min(1),
    exact: z.string().min(1).max(LIMITS.statement),
  })
  .meta({ id: 'Span' })
export type Span = z.infer<typeof Span>

export const Reason = z
  .object({
    type: z.enum(REASON_TYPES),
    explanation: z.string(),
    /** The disputed words in the statement of `a`, and of `b`. */
    a: Span,
    b: Span,
    /** The same in the quote of each claim's first appearance, where they were marked there; offsets into the quote. */
    aQuote: Span.nullable(),
    bQuote: Span.nullable(),
  })
  .meta({ id: 'Reason' })
export type Reason = z.infer<typeof Reason>

export const Decision = z
  .object({
    id: Id,
    action: z.enum(['decide', 'undo']),
    kind: z.enum(RELATION_KINDS).nullable(),
    supersederId: Id.nullable(),
    undoesId: Id.nullable(),
    note: z.string(),
    seenVersion: Version,
    decidedAt: Instant,
    decidedBy: Person,
  })
  .meta({ id: 'Decision' })
export type Decision = z.infer<typeof Decision>

const core = {
  id: Id,
  version: Version,
  kind: z.enum(RELATION_KINDS),
  state: z.enum(RELATION_STATES),
  /** Of a `supersedes`: the claim that replaces the other. */
  supersederId: Id.nullable(),
  origin: z.enum(RELATION_ORIGINS),
  note: z.string().nullable(),
  /** 0–1, of a detector's suggestion. */
  score: z.number().nullable(),
  modelVersion: z.string().nullable(),
  reasons: z.array(Reason),
  createdAt: Instant,
  proposedBy: Person.nullable(),
}

export const RelationItem = z.object({ ...core, a: ClaimItem, b: ClaimItem }).meta({ id: 'RelationItem' })
export type RelationItem = z.infer<typeof RelationItem>

export const Relation = z
  .object({
    ...core,
    a: Claim,
    b: Claim,
    /** Oldest first. */
    decisions: z.array(Decision),
    /** Which reading is still needed before the verdicts count. */
    awaits: z.enum(AWAITED_READINGS).nullable(),
    /** The editor who is to decide; null for the public. */
    assignedTo: Person.nullable(),
  })
  .meta({ id: 'Relation' })
export type Relation = z.infer<typeof Relation>

const kindFields = { kind: z.enum(RELATION_KINDS), /** With `supersedes` only. */ supersederId: Id.nullish() }

/** A reason as seen from the person's left and right; the server puts the pair in its order. */
export const ReasonInput = z.strictObject({
  type: z.enum(REASON_TYPES),
  explanation: text(LIMITS.note),
  left: Span,
  right: Span,
  leftQuote: Span.nullish(),
  rightQuote: Span.nullish(),
})

export const listRelations = endpoint({
  method: 'get',
  path: '/api/relations',
  access: 'anyone',
  summary: 'List relations, newest first; by claim, by speaker on both sides, by state and kind',
  query: z.strictObject({
    ...paging,
    claim: Id.optional(),
    /** Both claims are this speaker's. */
    speaker: Id.optional(),
    state: several(z.enum(RELATION_STATES)),
    kind: several(z.enum(RELATION_KINDS)),
  }),
  reply: page(RelationItem),
})

export const createRelation = endpoint({
  method: 'post',
  path: '/api/relations',
  access: 'researcher',
  summary: 'Propose what holds between two claims; an editor may decide it in the same step',
  body: z.strictObject({
    id: NewId,
    leftId: Id,
    rightId: Id,
    ...kindFields,
    note: text(LIMITS.note),
    reasons: z.array(ReasonInput).max(20).default([]),
    /** Needs an editor. */
    decide: z.boolean().default(false),
  }),
  reply: Relation,
  status: 201,
})

export const readRelation = endpoint({
  method: 'get',
  path: '/api/relations/:id',
  access: 'anyone',
  summary: 'Read a relation with both claims, its reasons and decisions',
  params: z.strictObject({ id: Id }),
  reply: Relation,
})

export const markReasons = endpoint({
  method: 'put',
  path: '/api/relations/:id/reasons',
  access: 'editor',
  summary: 'Mark the disputed words anew; left is the claim of the smaller id',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ version: Version, reasons: z.array(ReasonInput).max(20) }),
  reply: Relation,
})

export const decide = endpoint({
  method: 'post',
  path: '/api/relations/:id/decisions',
  access: 'editor',
  summary: 'Decide what holds; `unrelated` dismisses the pair',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ version: Version, ...kindFields, note: text(LIMITS.note) }),
  reply: Relation,
  status: 201,
})

export const undoDecision = endpoint({
  method: 'post',
  path: '/api/relations/:id/undo',
  access: 'editor',
  summary: 'Take back the decision that stands, by another one',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ version: Version, note: optionalText(LIMITS.note) }),
  reply: Relation,
  status: 201,
})

export const listDecisions = endpoint({
  method: 'get',
  path: '/api/relations/:id/decisions',
  access: 'anyone',
  summary: 'List the decisions on a relation, newest first',
  params: z.strictObject({ id: Id }),
  query: z.strictObject(paging),
  reply: page(Decision),
})

export const assignRelation = endpoint({
  method: 'put',
  path: '/api/relations/:id/assignment',
  access: 'editor',
  summary: 'Leave a pair to an editor, or to nobody in particular',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    /** Null takes the assignment away. */
    assigneeId: AccountId.nullable(),
    /** Who it was assigned to when it was looked at; another one by now is a conflict. */
    seenAssigneeId: AccountId.nullable(),
  }),
  reply: Relation,
})

/** What became of one of several decisions. */
export const DecisionOutcome = z
  .object({
    id: Id,
    outcome: z.enum(['decided', 'conflict', 'refused']),
    /** Why it was not decided. */
    message: z.string().nullable(),
    /** The relation as it stands now; null when there is none. */
    relation: Relation.nullable(),
  })
  .meta({ id: 'DecisionOutcome' })
export type DecisionOutcome = z.infer<typeof DecisionOutcome>

export const MOST_AT_ONCE = 100

export const decideSeveral = endpoint({
  method: 'post',
  path: '/api/decisions',
  access: 'editor',
  summary: 'Decide the same of several pairs, each in the version seen and by itself',
  body: z.strictObject({
    pairs: z
      .array(z.strictObject({ id: Id, version: Version, supersederId: Id.nullish() }))
      .min(1)
      .max(MOST_AT_ONCE),
    kind: z.enum(RELATION_KINDS),
    note: text(LIMITS.note),
  }),
  reply: z.object({ /** In the order of the pairs. */ outcomes: z.array(DecisionOutcome) }),
  status: 201,
})

const Measured = {
  /** Of what both, or at least two, have judged: Cohen's kappa, -1 to 1; null when nothing can be said. */
  kappa: z.number().nullable(),
  /** Krippendorff's alpha for nominal data, 1 for full agreement; null when nothing can be said. */
  alpha: z.number().nullable(),
}

export const readAgreement = endpoint({
  method: 'get',
  path: '/api/decisions/agreement',
  access: 'admin',
  summary: 'Say how far editors agree on the pairs that several of them decided, two by two and overall',
  reply: z.object({
    overall: z.object({
      /** Pairs of claims that two or more editors judged. */ judged: z.int(),
      ...Measured,
    }),
    /** Those with most in common first. */
    editors: z.array(z.object({ one: Person, other: Person, judged: z.int(), agreed: z.int(), ...Measured })),
  }),
})
