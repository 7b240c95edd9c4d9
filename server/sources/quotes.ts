import { type Anchored, anchor, indexText, type TextIndex } from '#domain/anchor.ts'
import type { Quote } from '#domain/quote.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Tx } from '../db/open.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './sighting-store.ts'

/** How well a text answers for the words of a quote, the better the more. */
const WORTH = { missing: 0, changed: 1, moved: 2, exact: 2 } satisfies Record<Anchored['state'], number>

/** Whether words that are quoted of a source are to be found in all of a page's text and not, or not as well, in its main text. */
export async function holdsMoreQuotes(
  tx: Tx,
  sourceId: string,
  whole: string,
  main: string,
): Promise<boolean> {
  const quotes = await store.findQuotesOfSource(tx, sourceId, null)
  if (quotes.length === 0) return false
  const [inWhole, inMain] = [indexText(whole), indexText(main)]
  return quotes.some(quote => WORTH[anchor(inWhole, quote).state] > WORTH[anchor(inMain, quote).state])
}

type LaterSnapshot = { id: string; sourceId: string; text: string; capturedAt: Date }

/**
 * Looks for every quote of a source in a text of it that is newly captured, and stores what became of each. Where words
 * that stood there have changed, are gone, or are back, it is an event on every claim that they are quoted for. Nothing
 * of a quote itself is changed.
 */
export async function lookForQuotes(tx: Tx, actor: Viewer | null, snapshot: LaterSnapshot): Promise<void> {
  const quotes = await store.findQuotesOfSource(tx, snapshot.sourceId, snapshot.id)
  if (quotes.length === 0) return
  const seen = await store.findLastSightings(
    tx,
    quotes.map(({ id }) => id),
  )
  const texts = await store.findTexts(tx, [...new Set([...seen.values()].map(last => last.snapshotId))])
  const index = indexText(snapshot.text)
  const found = quotes.map(quote => {
    const last = seen.get(quote.id)
    const place = last && { ...last, text: texts.get(last.snapshotId) ?? '' }
    return {
      quote,
      was: last ?? { state: 'exact' as const, words: quote.exact, since: snapshot.capturedAt },
      now: sightingOf(quote.id, snapshot, find(index, quote, place)),
    }
  })
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
  let place: Place | undefined
  for (const snapshot of await store.findLaterTexts(tx, quote.snapshotId)) {
    const now = sightingOf(quote.id, snapshot, find(indexText(snapshot.text), quote, place))
    const was = sightings.at(-1)
    sightings.push(was !== undefined && sameAs(was, now, quote.exact) ? { ...now, since: was.since } : now)
    place = { ...now, text: snapshot.text }
  }
  if (sightings.length > 0) await store.insertSightings(tx, sightings)
}

/** Where a quote was seen last: UTF-16 offsets in that text, null when it was not found there. */
type Place = { text: string; start: number | null; end: number | null }

/** UTF-16 units of text on each side by which a quote is known again. */
const CONTEXT = 32

/**
 * Looks for a quote by what stood around it when it was taken; where that leads nowhere, by what stood around its words
 * when they were seen last, since pages are rewritten step by step.
 */
function find(index: TextIndex, quote: Quote, last: Place | undefined): Anchored {
  const found = anchor(index, quote)
  if (found.state !== 'missing' || last === undefined || last.start === null || last.end === null)
    return found
  const { text, start, end } = last
  const prefix = text.slice(Math.max(0, start - CONTEXT), start)
  const again = anchor(index, {
    exact: quote.exact,
    prefix,
    suffix: text.slice(end, end + CONTEXT),
    start,
    end,
  })
  return again.state === 'missing' ? found : again
}

/** What became of a quote in a later snapshot of its source; nothing is stored. */
export function lookIn(
  snapshot: Omit<LaterSnapshot, 'sourceId'>,
  quote: Quote & { id: string },
): store.SightingRow {
  return sightingOf(quote.id, snapshot, anchor(snapshot.text, quote))
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
