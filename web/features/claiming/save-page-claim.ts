import type { z } from 'zod'
import { readPage } from '#contract/claim-lists.ts'
import { type Claim, createClaim } from '#contract/claims.ts'
import { addSnapshot, createSource, Source } from '#contract/sources.ts'
import { LIMITS } from '#contract/text.ts'
import { hasCode } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import type { Captured, PageFacts } from './captured.ts'

type ClaimBody = z.input<typeof createClaim.body>

/**
 * Saves a claim of words that were captured: its source when the server has none of this page, the text as it was when
 * the words were selected, and the claim. Any part that an earlier try has saved is not saved twice.
 */
export async function savePageClaim(
  { facts, urls, whole: all, ...main }: Captured,
  body: ClaimBody,
): Promise<Claim> {
  const { source: known } = await call(readPage, { query: { url: urls, limit: 1 } })
  const whole = all !== null && all.text.length <= LIMITS.snapshot ? all : null
  const capture = (id: string) =>
    call(addSnapshot, { params: { id }, body: { text: main.text, whole: whole?.text ?? null } })
  const { snapshots } = known ? await capture(known.id) : await addSource(facts, main.text, capture)
  const readings = whole === null ? [main] : [main, whole]
  const hashes = await Promise.all(readings.map(({ text }) => sha256Of(text)))
  // The server keeps one of the two: the first snapshot, the newest, is that of the page as it stands.
  const snapshot = snapshots.find(({ sha256 }) => hashes.includes(sha256))
  const reading = snapshot && readings[hashes.indexOf(snapshot.sha256)]
  if (!reading) throw new Error('The server stored another text than the one that was sent.')
  return call(createClaim, { body: { ...body, quote: { ...reading.passage, snapshotId: snapshot.id } } })
}

async function addSource(
  facts: PageFacts,
  text: string,
  capture: (id: string) => Promise<Source>,
): Promise<Source> {
  const { url, title, outlet, authors, language, published, modified } = facts
  try {
    return await call(createSource, {
      body: {
        kind: 'article',
        title,
        outlet,
        authors: authors.slice(0, 50),
        ...(language && { language }),
        url,
        published,
        modified,
        accessed: new Date().toISOString().slice(0, 10),
        text,
      },
    })
  } catch (error) {
    // Somebody else added it meanwhile.
    const standing = hasCode(error, 'conflict') ? Source.safeParse(error.current).data : undefined
    if (!standing) throw error
    return capture(standing.id)
  }
}

async function sha256Of(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
