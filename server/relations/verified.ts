import { verifies } from '#domain/quote.ts'
import type { Db } from '../db/open.ts'
import { listClaimQuotes, listSnapshotTexts } from './store.ts'

/** Snapshot texts held at once, each of up to a megabyte. */
const TEXTS_AT_ONCE = 16

/**
 * Which of the claims have a quote whose words stand in its snapshot at the quote's own offsets: of any appearance, or
 * of the first one.
 */
export async function findVerifiedClaims(
  db: Db,
  claimIds: string[],
  appearance: 'any' | 'first',
): Promise<Set<string>> {
  const quotes = await listClaimQuotes(db, claimIds, appearance === 'first')
  const bySnapshot = Map.groupBy(quotes, ({ quote }) => quote.snapshotId)
  const snapshotIds = [...bySnapshot.keys()]
  const verified = new Set<string>()
  for (let at = 0; at < snapshotIds.length; at += TEXTS_AT_ONCE) {
    for (const { id, text } of await listSnapshotTexts(db, snapshotIds.slice(at, at + TEXTS_AT_ONCE))) {
      for (const { claimId, quote } of bySnapshot.get(id) ?? [])
        if (verifies(text, quote)) verified.add(claimId)
    }
  }
  return verified
}
