import type { Claim } from '#contract/claims.ts'
import type { Dispute, DisputeRelation } from '#contract/disputes.ts'
import type { Appearance } from '#contract/quotes.ts'
import type { Reason } from '#contract/relations.ts'
import { parsePartialDate } from '#domain/partial-date.ts'

/** Records as the server would answer them, made of what a test cares for. */

const AT = '2026-01-02T03:04:05.000Z'

/** The same id for the same number. */
export function idOf(number: number): string {
  return `01890a5d-ac96-774b-bcce-${String(number).padStart(12, '0')}`
}

export function date(text: string | null) {
  if (text === null) return null
  const parsed = parsePartialDate(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}

export function appearanceOf(
  number: number,
  {
    quote = 'the quote',
    before = '',
    after = '',
    ...source
  }: Partial<Appearance['source']> & {
    quote?: string
    before?: string
    after?: string
  } = {},
): Appearance {
  return {
    id: idOf(number + 1_000),
    first: true,
    quote: {
      id: idOf(number + 2_000),
      snapshotId: idOf(number + 3_000),
      exact: quote,
      prefix: before,
      suffix: after,
      start: 10,
      end: 10 + quote.length,
      page: null,
    },
    context: { before, after },
    state: 'exact',
    now: null,
    source: {
      id: idOf(number + 4_000),
      title: `Source ${number}`,
      kind: 'article',
      outlet: 'The Paper',
      url: null,
      published: null,
      modified: null,
      ...source,
    },
    addedAt: AT,
    addedBy: null,
  }
}

export function claimOf(
  number: number,
  {
    said = null,
    speaker = `Speaker ${number}`,
    ...rest
  }: Partial<Omit<Claim, 'said' | 'speaker'>> & {
    said?: string | null
    speaker?: string
  } = {},
): Claim {
  return {
    id: idOf(number),
    version: 1,
    statement: `Statement ${number}`,
    howPut: 'asserted',
    speaker: { id: idOf(number + 5_000), name: speaker, kind: 'person', role: null },
    said: date(said),
    topics: [],
    createdAt: AT,
    appearances: [appearanceOf(number)],
    disputes: [],
    sameAs: null,
    joined: [],
    ...rest,
  }
}

export function span(text: string, exact: string) {
  const start = text.indexOf(exact)
  if (start < 0) throw new Error(`“${exact}” is not in “${text}”`)
  return { start, end: start + exact.length, exact }
}

export function reasonOf(
  a: Claim,
  aWords: string,
  b: Claim,
  bWords: string,
  rest: Partial<Reason> = {},
): Reason {
  return {
    type: 'quantity',
    explanation: `${aWords} ≠ ${bWords}`,
    a: span(a.statement, aWords),
    b: span(b.statement, bWords),
    aQuote: null,
    bQuote: null,
    ...rest,
  }
}

export function relationOf(
  number: number,
  a: Claim,
  b: Claim,
  rest: Partial<DisputeRelation> = {},
): DisputeRelation {
  return {
    id: idOf(number + 6_000),
    version: 2,
    aId: a.id,
    bId: b.id,
    kind: 'contradicts',
    state: 'confirmed',
    supersederId: null,
    note: 'Why it holds.',
    reasons: [],
    decisions: [],
    ...rest,
  }
}

export function disputeOf(sides: Record<string, Claim[]>, rest: Partial<Dispute> = {}): Dispute {
  const appearances = Object.values(sides).flatMap(claims => claims.flatMap(claim => claim.appearances))
  const outlets = new Set(appearances.flatMap(({ source }) => source.outlet ?? []))
  return {
    id: idOf(9_000),
    slug: 'is-it-so',
    version: 1,
    question: 'Is it so?',
    summary: null,
    state: 'open',
    publishedAt: AT,
    publishedBy: null,
    createdAt: AT,
    changedAt: AT,
    positions: Object.entries(sides).map(([label, claims], index) => ({
      id: idOf(7_000 + index),
      label,
      claims,
    })),
    outlets: outlets.size,
    voices: outlets.size,
    relations: [],
    ...rest,
  }
}

/** Who is signed in, as `GET /api/me` answers. */
export function meOf(role: 'reader' | 'researcher' | 'editor' | 'admin' | null) {
  const account = role && {
    id: 'u1',
    name: 'Ed Editor',
    email: 'ed@example.org',
    role,
    disabled: false,
    createdAt: AT,
    version: 1,
  }
  return { account, accountsExist: true, providers: [] }
}
