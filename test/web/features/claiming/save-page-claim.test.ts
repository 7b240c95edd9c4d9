import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Captured } from '../../../../web/features/claiming/captured.ts'
import { savePageClaim } from '../../../../web/features/claiming/save-page-claim.ts'
import { claimOf, idOf } from '../../../support/dispute-page.ts'
import { fakeServer } from '../../../support/fake-server.ts'

const AT = '2026-01-02T03:04:05.000Z'
const WORDS = 'No decision was made'
const MAIN = `A letter. ${WORDS}.`
const WHOLE = `Home. News. ${MAIN} Comments.`
const BODY = {
  statement: WORDS,
  speaker: { name: 'The Minister', kind: 'person' as const },
  // As the form has it: the page stands for the snapshot that is not there yet.
  quote: { snapshotId: 'https://example.org/letter', start: 0, end: WORDS.length, exact: WORDS },
}

const readingOf = (text: string) => {
  const start = text.indexOf(WORDS)
  return { text, passage: { start, end: start + WORDS.length, exact: WORDS } }
}
const captured = (whole: string | null): Captured => ({
  facts: {
    url: 'https://example.org/letter',
    title: 'A letter',
    outlet: 'The Paper',
    authors: [],
    language: 'en',
    published: '',
    modified: '',
  },
  urls: ['https://example.org/letter'],
  ...readingOf(MAIN),
  whole: whole === null ? null : readingOf(whole),
})

/** The page's source, with snapshots of these texts, newest first. */
const sourceWith = (...texts: string[]) => ({
  id: idOf(1),
  title: 'A letter',
  kind: 'article',
  outlet: 'The Paper',
  url: 'https://example.org/letter',
  published: null,
  modified: null,
  version: 1,
  authors: [],
  language: 'en',
  canonicalUrl: 'https://example.org/letter',
  accessed: null,
  note: null,
  createdAt: AT,
  createdBy: null,
  snapshots: texts.map((text, number) => ({
    id: idOf(10 + number),
    sha256: createHash('sha256').update(text).digest('hex'),
    length: text.length,
    capturedAt: AT,
    capturedBy: null,
  })),
})

/** A server that knows the page, or not, and answers a capture with these texts as its snapshots. */
function serverOf(known: boolean, ...texts: string[]) {
  return fakeServer(({ method, url }) => {
    if (url.startsWith('/api/pages'))
      return { json: { items: [], next: null, source: known ? sourceWith('An older text.') : null } }
    if (method === 'POST' && url === '/api/claims') return { status: 201, json: claimOf(1) }
    return { status: 201, json: sourceWith(...texts) }
  })
}

const quoted = (sent: { url: string; body: unknown }[]) => sent.find(({ url }) => url === '/api/claims')?.body

test.each([
  ['its main text', [MAIN, 'An older text.'], 0, MAIN],
  ['all its words', [WHOLE, 'An older text.'], 0, WHOLE],
  ['all its words, though the main text is an older snapshot', [WHOLE, MAIN], 0, WHOLE],
  ['its main text, though all its words are an older snapshot', [MAIN, WHOLE], 0, MAIN],
])('of a page that the server keeps as %s the words are quoted there', async (_name, texts, at, kept) => {
  const { sent } = serverOf(true, ...texts)
  await savePageClaim(captured(WHOLE), BODY)
  expect(sent.find(({ url }) => url.endsWith('/snapshots'))?.body).toMatchObject({ text: MAIN, whole: WHOLE })
  expect(quoted(sent)).toMatchObject({
    quote: { ...readingOf(kept).passage, snapshotId: idOf(10 + at) },
  })
})

test('a page that is new is added with its main text', async () => {
  const { sent } = serverOf(false, MAIN)
  await savePageClaim(captured(WHOLE), BODY)
  expect(sent.find(({ url }) => url === '/api/sources')?.body).toMatchObject({ text: MAIN })
  expect(quoted(sent)).toMatchObject({ quote: readingOf(MAIN).passage })
})

test('a page that says more than a snapshot holds is sent with its main text alone', async () => {
  const { sent } = serverOf(true, MAIN)
  await savePageClaim(captured(MAIN + ' More.'.repeat(100_000)), BODY)
  expect(sent.find(({ url }) => url.endsWith('/snapshots'))?.body).toMatchObject({ text: MAIN, whole: null })
  expect(quoted(sent)).toMatchObject({ quote: readingOf(MAIN).passage })
})

test('no claim is made of a text that is not the one that was sent', async () => {
  const { sent } = serverOf(true, 'Another text.')
  await expect(savePageClaim(captured(null), BODY)).rejects.toThrow('another text')
  expect(quoted(sent)).toBeUndefined()
})
