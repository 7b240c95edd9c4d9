import { clusterEnd, clusterStart } from '#domain/quote.ts'
import { sentenceAround } from '#domain/sentence.ts'
import type { Db } from '../db/open.ts'
import { lookIn } from '../sources/quotes.ts'
import { findLastSightings, type SightingRow } from '../sources/sighting-store.ts'
import { type AppearanceRow, findTexts } from './store.ts'
import type { Placed } from './view.ts'

/** UTF-16 units of context on each side: more than a long sentence, less than a page that has no full stops. */
const CONTEXT_MAX = 400

/** Enough for the claims of a day's work; a placed quote takes a kilobyte. */
const MOST_KEPT = 20_000

/** Quotes and snapshots never change, so what was found for a pair of them stays true. */
const kept = new Map<string, Placed>()

const newestSnapshot = ({ quote }: AppearanceRow) =>
  quote.snapshot.source.snapshots[0]?.id ?? quote.snapshotId

const keyOf = (appearance: AppearanceRow) => `${appearance.quote.id} ${newestSnapshot(appearance)}`

/** Looks up the words around each quote and its state in the newest snapshot of its source; loads a text only once. */
export async function placeQuotes(
  db: Db,
  appearances: readonly AppearanceRow[],
): Promise<(appearance: AppearanceRow) => Placed> {
  const unknown = appearances.filter(appearance => !kept.has(keyOf(appearance)))
  const later = unknown.filter(one => newestSnapshot(one) !== one.quote.snapshotId)
  const seen = await findLastSightings(
    db,
    later.map(({ quote }) => quote.id),
  )
  // The text of a later snapshot is needed only where nobody has looked for the quote in it.
  const unseen = later.filter(one => seen.get(one.quote.id)?.snapshotId !== newestSnapshot(one))
  const ids = new Set([...unknown.map(one => one.quote.snapshotId), ...unseen.map(newestSnapshot)])
  const texts = ids.size > 0 ? await findTexts(db, [...ids]) : new Map<string, string>()
  const placed = new Map<string, Placed>()
  for (const appearance of appearances) {
    const key = keyOf(appearance)
    placed.set(key, kept.get(key) ?? place(appearance, texts, seen))
  }
  if (kept.size + placed.size > MOST_KEPT) kept.clear()
  for (const [key, found] of placed) kept.set(key, found)
  return appearance => withReach(appearance, placed.get(keyOf(appearance)) ?? place(appearance, texts, seen))
}

/** A quote that stands as far as is known is `unreachable` while its page cannot be read. */
function withReach({ quote }: AppearanceRow, placed: Placed): Placed {
  const { watch } = quote.snapshot.source
  const stands = placed.state === 'exact' || placed.state === 'moved'
  if (watch?.state !== 'unreachable' || !stands) return placed
  const { snapshotId, start, end, exact: words } = quote
  const now = placed.now ?? { snapshotId, start, end, words, difference: [], since: '' }
  return { ...placed, state: 'unreachable', now: { ...now, since: watch.since.toISOString() } }
}

function place(
  appearance: AppearanceRow,
  texts: ReadonlyMap<string, string>,
  seen: ReadonlyMap<string, SightingRow>,
): Placed {
  const { quote } = appearance
  const text = texts.get(quote.snapshotId) ?? ''
  const around = sentenceAround(text, quote.start, quote.end)
  const from = clusterEnd(text, Math.max(around.start, quote.start - CONTEXT_MAX))
  const to = clusterStart(text, Math.min(around.end, quote.end + CONTEXT_MAX))
  const context = { before: text.slice(from, quote.start), after: text.slice(quote.end, to) }
  const [newest] = quote.snapshot.source.snapshots
  if (newest === undefined || newest.id === quote.snapshotId) return { context, state: 'exact', now: null }
  const known = seen.get(quote.id)
  const newestText = { ...newest, text: texts.get(newest.id) ?? '' }
  const sighting = known?.snapshotId === newest.id ? known : lookIn(newestText, quote)
  const { state, snapshotId, start, end, words, difference, since } = sighting
  return {
    context,
    state,
    now: { snapshotId, start, end, words, difference: difference ?? [], since: since.toISOString() },
  }
}
