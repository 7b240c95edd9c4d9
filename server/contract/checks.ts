import { z } from 'zod'
import { UNCHECKED } from '#domain/sentences.ts'
import { REASON_TYPES, RELATION_KINDS } from '#domain/vocabulary.ts'
import { ClaimItem } from './claims.ts'
import { endpoint } from './endpoint.ts'
import { page, paging } from './paging.ts'
import { Span } from './relations.ts'
import { anyText, Id, Instant, LIMITS, NewId, optionalText, Person, Version } from './text.ts'

/** A stored claim that a sentence conflicts with or repeats, by its id. */
export const Finding = z
  .object({
    claimId: Id,
    /** The wording that was compared. */
    claimVersion: Version,
    kind: z.enum(RELATION_KINDS),
    /** Probabilities, 0–1. */
    contradicts: z.number(),
    agrees: z.number(),
    reasons: z.array(
      z.object({
        type: z.enum(REASON_TYPES),
        explanation: z.string(),
        /** The disputed words; offsets into the sentence, and into the claim's statement. */
        own: Span,
        theirs: Span,
      }),
    ),
  })
  .meta({ id: 'Finding' })
export type Finding = z.infer<typeof Finding>

/** What a sentence conflicts with and what it repeats; the likeliest first, at most five of each. */
const findings = { conflicts: z.array(Finding), repeats: z.array(Finding) }

const claims = z.array(ClaimItem)
const modelVersion = z.string()

export const CheckedSentence = z
  .object({
    /** UTF-16 offsets into the text. */
    start: z.int(),
    end: z.int(),
    /** Why the sentence was not compared; null when it was. */
    unchecked: z.enum(UNCHECKED).nullable(),
    ...findings,
  })
  .meta({ id: 'CheckedSentence' })
export type CheckedSentence = z.infer<typeof CheckedSentence>

export const CheckedText = z
  .object({
    /** The detector that compared. */
    modelVersion,
    /** Every sentence of the text, in order. */
    sentences: z.array(CheckedSentence),
    /** The claims that findings name, each once. */
    claims,
  })
  .meta({ id: 'CheckedText' })
export type CheckedText = z.infer<typeof CheckedText>

const draft = anyText(LIMITS.draft).refine(value => value.trim() !== '', { error: 'Write something here.' })

export const checkText = endpoint({
  method: 'post',
  path: '/api/check/text',
  key: 'read',
  access: 'researcher',
  summary: 'Say of each sentence of a text which claims it conflicts with or repeats; nothing is stored',
  body: z.strictObject({ text: draft }),
  reply: CheckedText,
})

/** How many sentences are compared in one request. */
export const MOST_SENTENCES = 50

export const checkSentences = endpoint({
  method: 'post',
  path: '/api/check/sentences',
  key: 'read',
  access: 'researcher',
  summary:
    'Say of sentences that were cut before which claims they conflict with or repeat; nothing is stored',
  body: z.strictObject({ sentences: z.array(anyText(LIMITS.statement)).min(1).max(MOST_SENTENCES) }),
  reply: z.object({
    modelVersion,
    /** One for each sentence, in the order in which they were sent. */
    found: z.array(z.object(findings)),
    claims,
  }),
})

const core = { id: Id, title: z.string(), createdAt: Instant, createdBy: Person }

/** A check that somebody kept: the text and what was found then. The claims read as they do now. */
export const CheckReport = CheckedText.extend({ ...core, text: z.string() }).meta({ id: 'CheckReport' })
export type CheckReport = z.infer<typeof CheckReport>

export const CheckReportItem = z
  .object({
    ...core,
    sentences: z.int(),
    /** Sentences that conflict with a claim, and those that only repeat one. */
    conflicting: z.int(),
    repeating: z.int(),
  })
  .meta({ id: 'CheckReportItem' })
export type CheckReportItem = z.infer<typeof CheckReportItem>

export const listReports = endpoint({
  method: 'get',
  path: '/api/check/reports',
  access: 'researcher',
  summary: 'List the kept reports of checked texts, newest first',
  query: z.strictObject(paging),
  reply: page(CheckReportItem),
})

export const keepReport = endpoint({
  method: 'post',
  path: '/api/check/reports',
  access: 'researcher',
  summary: 'Check a text and keep it with what is found',
  body: z.strictObject({
    id: NewId,
    text: draft,
    /** Left out, the first words of the text. */
    title: optionalText(LIMITS.title),
  }),
  reply: CheckReport,
  status: 201,
})

export const readReport = endpoint({
  method: 'get',
  path: '/api/check/reports/:id',
  access: 'researcher',
  summary: 'Read a kept report: the text and what was found in it then',
  params: z.strictObject({ id: Id }),
  reply: CheckReport,
})

export const removeReport = endpoint({
  method: 'delete',
  path: '/api/check/reports/:id',
  access: 'researcher',
  summary: 'Remove one’s own report with its text, or anyone’s as an admin',
  params: z.strictObject({ id: Id }),
  reply: CheckReportItem,
})
