import { z } from 'zod'
import { leaningOf, placeOfWords, type Verdict } from '#domain/opinion.ts'
import type { Pair, WordPair } from './adviser.ts'

/** Lengths in UTF-16 units. */
const MOST_WORDS = 500
const MOST_EXPLANATION = 1_000
const MOST_SPANS = 5

/** How far from 1 the sum of three rounded probabilities may be. */
const SLACK = 0.02

const probability = z.number().min(0).max(1)
const words = z.string().min(1).max(MOST_WORDS)

const Answer = z.strictObject({
  contradicts: probability,
  agrees: probability,
  neither: probability,
  spans: z.array(z.strictObject({ a: words, b: words })).max(MOST_SPANS),
  explanation: z.string().max(MOST_EXPLANATION),
})

/** The same as the endpoint is told it: JSON Schema without the limits, which not every server knows. */
export const ANSWER_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['contradicts', 'agrees', 'neither', 'spans', 'explanation'],
  properties: {
    contradicts: { type: 'number' },
    agrees: { type: 'number' },
    neither: { type: 'number' },
    spans: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['a', 'b'],
        properties: { a: { type: 'string' }, b: { type: 'string' } },
      },
    },
    explanation: { type: 'string' },
  },
} as const

export type Judged =
  | { verdict: Verdict; spans: WordPair[]; explanation: string | null }
  | { unusable: string }

/**
 * Reads the answer of a language model and holds it against the statements: every word it names must stand in them
 * verbatim, and a contradiction must name some. Says why when it cannot be used; nothing of it is taken on trust.
 */
export function readVerdict(answer: string, { a, b }: Pair): Judged {
  const parsed = Answer.safeParse(readJson(answer))
  if (!parsed.success) return { unusable: sayIssue(parsed.error.issues[0]) }
  const { contradicts, agrees, neither, explanation } = parsed.data
  const sum = contradicts + agrees + neither
  if (Math.abs(sum - 1) > SLACK)
    return { unusable: `Its probabilities add up to ${Number(sum.toFixed(2))} instead of 1.` }
  const verdict = { contradicts: contradicts / sum, agrees: agrees / sum, neither: neither / sum }
  const spans: WordPair[] = []
  for (const named of parsed.data.spans) {
    const [inA, inB] = [placeOfWords(named.a, a.statement), placeOfWords(named.b, b.statement)]
    if (!inA || !inB)
      return { unusable: `It names words that do not stand in the statement: “${inA ? named.b : named.a}”.` }
    spans.push({ a: { ...inA, exact: named.a }, b: { ...inB, exact: named.b } })
  }
  if (leaningOf(verdict) === 'contradicts' && spans.length === 0)
    return { unusable: 'It finds a contradiction and names no words that are at odds.' }
  return { verdict, spans, explanation: explanation.trim() === '' ? null : storable(explanation.trim()) }
}

/** Undefined when it is no JSON. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function sayIssue(issue: z.core.$ZodIssue | undefined): string {
  if (!issue || issue.path.length === 0) return 'It is not the JSON that was asked for.'
  return `It is not the JSON that was asked for: “${issue.path.join('.')}”, ${issue.message}`
}

/** Text that the database can hold: without halves of character pairs and controls other than white space. */
export function storable(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n\r]/gu, '\uFFFD')
}
