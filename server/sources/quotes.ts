import { type Anchored, anchor, indexText } from '#domain/anchor.ts'
import type { Quote } from '#domain/quote.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Tx } from '../db/open.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './sighting-store.ts'

type LaterSnapshot = { id: string; sourceId: string; text: string; capturedAt: Date }

/**
 * Looks for every quote of a source in a text of it that is newly captured, and stores what became of each. Where words
 * that stood there have changed, are gone, or are back, it is an event on every claim that they are quoted for. Nothing
 * of a quote itself is changed.
 */
export async function lookForQuotes(tx: Tx, actor: Viewer | null, snapshot: LaterSnapshot): Promise<void> {
  const quotes = await store.findQuotesOfSource(tx, snapshot.sourceId, snapshot.id)
  if (quotes.length === 0) return
  const before = await store.findLastSightings(
    tx,
    quotes.map(({ id }) => id),
  )
  const index = indexText(snapshot.text)
  const found = quotes.map(quote => ({
    quote,
    was: before.get(quote.id) ?? { state: 'exact' as const, words: quote.exact, since: snapshot.capturedAt },
    now: sightingOf(quote.id, snapshot, anchor(index, quote)),
  }))
  await store.insertSightings(
    tx,
    found.map(({ was, now, quote }) => ({
      ...now,
      since: sameAs(was, now, quote.exact) ? was.since : now.since,
    })),
  )
  for (const { quote, was, now } of found) {
    if (sameAs(was, now, quote.exact)) continue
    for (const { claimId } of quote.appearances)
      await recordEvent(tx, {
        actor,
        action: 'claim.quote_changed',
        subjectId: claimId,
        from: { state: was.state, words: was.words },
        to: { state: now.state, words: now.words, quoteId: quote.id, snapshotId: snapshot.id },
        tell: [{ reason: 'quote_changed', authorsOf: [claimId] }],
      })
  }
}

/** Looks for a quote that is newly taken from a snapshot in the snapshots of its source captured after it. */
export async function lookForQuote(tx: Tx, quote: Quote & { id: string; snapshotId: string }): Promise<void> {
  const sightings: store.SightingRow[] = []
  for (const snapshot of await store.findLaterTexts(tx, quote.snapshotId)) {
    const now = sightingOf(quote.id, snapshot, anchor(snapshot.text, quote))
    const was = sightings.at(-1)
    sightings.push(was !== undefined && sameAs(was, now, quote.exact) ? { ...now, since: was.since } : now)
  }
  if (sightings.length > 0) await store.insertSightings(tx, sightings)
}

function sightingOf(
  quoteId: string,
  snapshot: Omit<LaterSnapshot, 'sourceId'>,
  found: Anchored,
): store.SightingRow {
  const { id: snapshotId, text, capturedAt: since } = snapshot
  if (found.state === 'missing')
    return {
      quoteId,
      snapshotId,
      state: 'missing',
      start: null,
      end: null,
      words: null,
      difference: null,
      since,
    }
  const { state, start, end } = found
  const difference = found.state === 'changed' ? found.difference : null
  return { quoteId, snapshotId, state, start, end, words: text.slice(start, end), difference, since }
}

const stands = (state: store.SightingRow['state']) => state === 'exact' || state === 'moved'

/** Where a quote stands does not matter as long as its words stand: `exact` and `moved` are the same to a reader. */
function sameAs(
  was: { state: store.SightingRow['state']; words: string | null },
  now: store.SightingRow,
  exact: string,
): boolean {
  if (stands(was.state) && stands(now.state)) return true
  return was.state === now.state && was.words === now.words && now.words !== exact
}
