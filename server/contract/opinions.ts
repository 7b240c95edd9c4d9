import { z } from 'zod'
import { ADVISERS, OPINION_STATES } from '#domain/vocabulary.ts'
import { endpoint } from './endpoint.ts'
import { Span } from './relations.ts'
import { Id, Instant, Person } from './text.ts'

/** What a model said of a pair. One more voice: nothing is decided by it. */
export const Opinion = z
  .object({
    id: Id,
    adviser: z.enum(ADVISERS),
    model: z.string(),
    state: z.enum(OPINION_STATES),
    /** Whether it was asked about the statements as they read now. */
    current: z.boolean(),
    /** Probabilities, 0–1, that add up to 1; null until it is given. */
    verdict: z.object({ contradicts: z.number(), agrees: z.number(), neither: z.number() }).nullable(),
    /** The words at odds in the statements of `a` and `b`, as far as the adviser names any. */
    spans: z.array(z.object({ a: Span, b: Span })),
    explanation: z.string().nullable(),
    /** Why nothing usable was answered. */
    failure: z.string().nullable(),
    /** What was sent and what came back, as they were. */
    request: z.string().nullable(),
    answer: z.string().nullable(),
    /** How often it was sent. */
    attempts: z.int(),
    tokens: z.int().nullable(),
    durationMs: z.int().nullable(),
    askedAt: Instant,
    /** Null when it was asked by itself, as the pair was suggested. */
    askedBy: Person.nullable(),
    answeredAt: Instant.nullable(),
  })
  .meta({ id: 'Opinion' })
export type Opinion = z.infer<typeof Opinion>

/** What the advisers said of one pair. */
export const Opinions = z
  .object({
    /** The last one of each adviser and those before it, newest first. */
    items: z.array(Opinion),
    /** Whether they are kept from whoever asks: an editor who may still make the second or third reading. */
    withheld: z.boolean(),
  })
  .meta({ id: 'Opinions' })
export type Opinions = z.infer<typeof Opinions>

const pair = { params: z.strictObject({ id: Id }), reply: Opinions }

export const listOpinions = endpoint({
  ...pair,
  method: 'get',
  path: '/api/relations/:id/opinions',
  access: 'researcher',
  summary: 'List what models said of a pair, newest first',
})

export const askOpinions = endpoint({
  ...pair,
  method: 'post',
  path: '/api/relations/:id/opinions',
  access: 'editor',
  summary: 'Ask the advisers about a pair, those that have not answered about it as it reads now',
  status: 201,
})

/** A model that is asked for opinions, and how it does. */
export const Adviser = z
  .object({
    adviser: z.enum(ADVISERS),
    model: z.string(),
    /** The host that statements are sent to; null when they stay on the machine. */
    sentTo: z.string().nullable(),
    /** How often it may be asked on a day (UTC); null when that is not limited. */
    perDay: z.int().nullable(),
    askedToday: z.int(),
    waiting: z.int(),
    given: z.int(),
    unusable: z.int(),
    failed: z.int(),
    /** What went wrong last, newest first; at most five. */
    failures: z.array(z.object({ relationId: Id, at: Instant, failure: z.string() })),
  })
  .meta({ id: 'Adviser' })
export type Adviser = z.infer<typeof Adviser>

export const listAdvisers = endpoint({
  method: 'get',
  path: '/api/advisers',
  access: 'editor',
  summary: 'List the models that are asked for second opinions; none unless they are switched on',
  reply: z.object({ advisers: z.array(Adviser) }),
})
