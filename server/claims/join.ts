import { joinOf } from '#domain/one-claim.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Tx } from '../db/open.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './appearance-store.ts'

/** By whom and when two claims are found to be the same. */
type By = { actor: Pick<Viewer, 'id'>; at: Date; decisionId: string; relationId: string }

/**
 * Gives the claim that was made first the quotes of the other one as further appearances, in the transaction of its
 * caller, who holds both claims. The other claim stays as it is. Nothing happens where the two are not one claim: where
 * another person speaks, or puts it in another way.
 */
export async function joinAppearances(
  tx: Tx,
  claimIds: readonly [string, string],
  { actor, at, decisionId, relationId }: By,
): Promise<void> {
  const [one, another] = await store.listToJoin(tx, claimIds)
  const joined = one && another && joinOf(one, another)
  if (!joined) return
  const { kept, other } = joined
  const made = await store.copyAppearances(tx, {
    fromId: other.id,
    toId: kept.id,
    copiedById: decisionId,
    addedById: actor.id,
    addedAt: at,
  })
  for (const { id, claimId, quoteId, quote } of made)
    await recordEvent(tx, {
      actor,
      action: 'claim.appearance_added',
      subjectId: claimId,
      to: { appearanceId: id, quoteId, ...quote, fromClaimId: other.id, relationId },
    })
}

/**
 * Takes the appearances back that came by decisions which no longer rule, in the transaction of its caller, who holds both
 * claims. One that was marked as the first known one since stays.
 */
export async function partAppearances(
  tx: Tx,
  decisionIds: readonly string[],
  { actor, relationId }: Pick<By, 'actor' | 'relationId'>,
): Promise<void> {
  if (decisionIds.length === 0) return
  for (const { id, claimId, quoteId, quote } of await store.listCopied(tx, decisionIds)) {
    await store.deleteAppearance(tx, id)
    await recordEvent(tx, {
      actor,
      action: 'claim.appearance_removed',
      subjectId: claimId,
      from: { appearanceId: id, quoteId, ...quote, relationId },
    })
  }
}
