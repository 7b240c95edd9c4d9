import type { MarkedClaim } from '#contract/claim-lists.ts'
import type { Claim, ClaimItem } from '#contract/claims.ts'
import type { Comment } from '#contract/comments.ts'
import type { Snapshot, Source, SourceItem } from '#contract/sources.ts'
import type { Speaker } from '#contract/speakers.ts'

/** Records as the server answers with them, for the tests of the library and the reader. */

export const id = (number: number) => `019b76da-0000-7000-8000-${String(number).padStart(12, '0')}`

const AT = '2026-01-02T03:04:05.000Z'
const DAY = { edtf: '2020-01-07', from: '2020-01-07', to: '2020-01-07' }
const ADA = { id: 'u1', name: 'Ada Admin' }

export const TEXT =
  'Bridge closed.\n\n“The bridge is closed,” Transport Minister Ann Lee told reporters on Monday. Bob Roe said it is open.\n\nNobody drowned.'

export const me = (role: string | null) => ({
  account:
    role === null
      ? null
      : { ...ADA, email: 'ada@example.org', role, disabled: false, createdAt: AT, version: 1 },
  accountsExist: true,
  providers: [],
})

export const aSnapshot = (text = TEXT, number = 2): Snapshot => ({
  id: id(number),
  sourceId: id(1),
  text,
  sha256: 'abcdef0123456789'.repeat(4),
  length: text.length,
  pages: [],
  capturedAt: AT,
  capturedBy: ADA,
})

export const aSource = (more: Partial<Source> = {}): Source => {
  const { text: _text, sourceId: _sourceId, ...brief } = aSnapshot()
  return {
    id: id(1),
    version: 1,
    title: 'Bridge closed',
    kind: 'article',
    outlet: 'The Herald',
    url: 'https://example.org/bridge',
    canonicalUrl: 'https://example.org/bridge',
    published: DAY,
    modified: null,
    accessed: null,
    authors: [],
    language: 'en',
    note: null,
    createdAt: AT,
    createdBy: ADA,
    snapshots: [brief],
    ...more,
  }
}

export const aSourceItem = (number: number, more: Partial<SourceItem> = {}): SourceItem => ({
  id: id(number),
  title: `Source ${number}`,
  kind: 'article',
  outlet: 'The Herald',
  url: null,
  published: DAY,
  modified: null,
  authors: [],
  language: 'en',
  createdAt: AT,
  claims: 0,
  disputed: 0,
  ...more,
})

export const aSpeaker = (name: string, number = 7, more: Partial<Speaker> = {}): Speaker => ({
  id: id(number),
  name,
  kind: 'person',
  role: null,
  version: 1,
  disambiguation: '',
  aliases: [],
  wikidataId: null,
  claims: 1,
  ...more,
})

export function aQuote(words: string, text = TEXT, snapshotId = id(2)) {
  const start = text.indexOf(words)
  const end = start + words.length
  return {
    id: id(900 + start),
    snapshotId,
    exact: words,
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
    page: null,
    start,
    end,
  }
}

export function aClaim(number: number, statement: string, words: string, more: Partial<ClaimItem> = {}) {
  const quote = aQuote(words)
  const { snapshots: _snapshots, ...source } = aSource()
  const core = {
    id: id(number),
    version: 1,
    statement,
    howPut: 'asserted' as const,
    speaker: { id: id(7), name: 'Ann Lee', kind: 'person' as const, role: null },
    said: DAY,
    topics: [],
    createdAt: AT,
  }
  const marked: MarkedClaim = {
    claim: {
      ...core,
      quote: { snapshotId: quote.snapshotId, exact: quote.exact, start: quote.start, end: quote.end },
      source,
      appearances: 1,
      disputed: false,
      sameAs: null,
      ...more,
    },
    quote,
    first: true,
  }
  const appearance = {
    id: id(number + 1),
    first: true,
    quote,
    context: { before: '', after: '' },
    state: 'exact' as const,
    now: null,
    source,
    addedAt: AT,
    addedBy: ADA,
  }
  const claim: Claim = { ...core, appearances: [appearance], disputes: [], sameAs: null, joined: [] }
  return { marked, claim }
}

export const aComment = (number: number, body: string, words: string): Comment => ({
  id: id(number),
  version: 1,
  body,
  subject: { type: 'source', id: id(1) },
  quoteId: aQuote(words).id,
  quote: aQuote(words),
  author: ADA,
  mentions: [],
  createdAt: AT,
  editedAt: null,
  removedAt: null,
})

export const listOf = (...items: unknown[]) => ({ items, next: null })
