import type { Viewer } from '../auth/viewer.ts'
import type { Tx } from '../db/open.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './appearance-store.ts'

/**
 * Gives each claim that stands for others their quotes as further appearances, and takes those back whose claim is one with
 * it no longer, in the transaction of its caller. Which claims are one, with those of `claimIds` or through them, the
 * database says. A quote taken over that was marked as the first known one since stays.
 */
export async function settleJoined(
  tx: Tx,
  claimIds: readonly string[],
  { actor, at }: { actor: Pick<Viewer, 'id'> | null; at: Date },
): Promise<void> {
  for (const { id, claimId, quoteId, quote, copiedBy } of await store.listUnfounded(tx, claimIds)) {
    await store.deleteAppearance(tx, id)
    await recordEvent(tx, {
      actor,
      action: 'claim.appearance_removed',
      subjectId: claimId,
      from: { appearanceId: id, quoteId, ...quote, relationId: copiedBy?.relationId },
    })
  }
  for (const { fromClaimId, relationId, exact, snapshotId, ...missing } of await store.listMissing(
    tx,
    claimIds,
  )) {
    const id = await store.insertAppearance(tx, {
      ...missing,
      first: false,
      addedById: actor?.id ?? null,
      addedAt: at,
    })
    if (id === null) continue
    await recordEvent(tx, {
      actor,
      action: 'claim.appearance_added',
      subjectId: missing.claimId,
      to: { appearanceId: id, quoteId: missing.quoteId, exact, snapshotId, fromClaimId, relationId },
    })
  }
}
