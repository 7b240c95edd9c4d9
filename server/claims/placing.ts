import { anchor } from '#domain/anchor.ts'
import { clusterEnd, clusterStart } from '#domain/quote.ts'
import { sentenceAround } from '#domain/sentence.ts'
import type { Db } from '../db/open.ts'
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
  const ids = new Set(unknown.flatMap(one => [one.quote.snapshotId, newestSnapshot(one)]))
  const texts = ids.size > 0 ? await findTexts(db, [...ids]) : new Map<string, string>()
  const placed = new Map<string, Placed>()
  for (const appearance of appearances) {
    const key = keyOf(appearance)
    placed.set(key, kept.get(key) ?? place(appearance, texts))
  }
  if (kept.size + placed.size > MOST_KEPT) kept.clear()
  for (const [key, found] of placed) kept.set(key, found)
  return appearance => placed.get(keyOf(appearance)) ?? place(appearance, texts)
}

function place(appearance: AppearanceRow, texts: ReadonlyMap<string, string>): Placed {
  const { quote } = appearance
  const text = texts.get(quote.snapshotId) ?? ''
  const newest = newestSnapshot(appearance)
  const around = sentenceAround(text, quote.start, quote.end)
  const from = clusterEnd(text, Math.max(around.start, quote.start - CONTEXT_MAX))
  const to = clusterStart(text, Math.min(around.end, quote.end + CONTEXT_MAX))
  return {
    context: { before: text.slice(from, quote.start), after: text.slice(quote.end, to) },
    state: newest === quote.snapshotId ? 'exact' : anchor(texts.get(newest) ?? '', quote).state,
  }
}
