import type { z } from 'zod'
import type { Claim } from '#contract/claims.ts'
import type { QuoteInput } from '#contract/quotes.ts'
import { conflict, notFound, unprocessable } from '#domain/refusals.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import { lookForQuote } from '../sources/quotes.ts'
import * as store from './appearance-store.ts'
import { settleJoined } from './join.ts'
import { readClaim } from './read.ts'
import { takeQuote } from './selection.ts'
import { settleQuote } from './store.ts'

/**
 * Adds another passage in which a claim is made, and to the claim that stands for it where it is joined. Throws `not_found`, `unprocessable` when the selected words are not
 * in the snapshot, `conflict` with the claim when the passage is an appearance of it already.
 */
export async function addAppearance(
  deps: Deps,
  actor: Viewer | null,
  claimId: string,
  selection: z.output<typeof QuoteInput>,
): Promise<Claim> {
  const { prisma } = deps.database
  const quote = await takeQuote(prisma, selection)
  await prisma.$transaction(async tx => {
    const claim = await store.lockClaim(tx, claimId)
    if (claim === null) throw notFound('claim')
    const quoteId = await settleQuote(tx, quote)
    await lookForQuote(tx, { ...quote, id: quoteId })
    const at = deps.now()
    const by = { addedById: actor?.id ?? null, addedAt: at }
    const made = await store.insertAppearance(tx, { claimId, quoteId, first: false, ...by })
    if (made === null)
      throw conflict(
        'This passage is an appearance of the claim already.',
        await readClaim(tx, claimId, 'all'),
      )
    const to = { appearanceId: made, snapshotId: quote.snapshotId, quoteId, exact: quote.exact }
    await recordEvent(tx, { actor, action: 'claim.appearance_added', subjectId: claimId, to })
    if (claim.sameAsId !== null) await settleJoined(tx, [claimId], { actor, at })
  })
  return readClaim(prisma, claimId, 'all')
}

/** Marks an appearance as the first known one; the mark moves from the one that had it. Throws `not_found`. */
export async function markFirst(
  deps: Deps,
  actor: Viewer | null,
  claimId: string,
  appearanceId: string,
): Promise<Claim> {
  const { prisma } = deps.database
  await prisma.$transaction(async tx => {
    if ((await store.lockClaim(tx, claimId)) === null) throw notFound('claim')
    const appearance = await store.findAppearance(tx, claimId, appearanceId)
    if (appearance === null) throw notFound('appearance')
    if (appearance.first) return
    const from = { appearanceId: await store.moveFirst(tx, claimId, appearanceId) }
    const to = { appearanceId }
    await recordEvent(tx, { actor, action: 'claim.first_marked', subjectId: claimId, from, to })
  })
  return readClaim(prisma, claimId, 'all')
}

/** Takes back an appearance. Throws `not_found`, and `unprocessable` for the first one, which a claim cannot be without. */
export async function removeAppearance(
  deps: Deps,
  actor: Viewer | null,
  claimId: string,
  appearanceId: string,
): Promise<Claim> {
  const { prisma } = deps.database
  await prisma.$transaction(async tx => {
    if ((await store.lockClaim(tx, claimId)) === null) throw notFound('claim')
    const appearance = await store.findAppearance(tx, claimId, appearanceId)
    if (appearance === null) throw notFound('appearance')
    if (appearance.first)
      throw unprocessable('The first appearance cannot go. Mark another one as the first before.')
    await store.deleteAppearance(tx, appearanceId)
    const { quoteId, quote } = appearance
    const from = { appearanceId, snapshotId: quote.snapshotId, quoteId, exact: quote.exact }
    await recordEvent(tx, { actor, action: 'claim.appearance_removed', subjectId: claimId, from })
  })
  return readClaim(prisma, claimId, 'all')
}
