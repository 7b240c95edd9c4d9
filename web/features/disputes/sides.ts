import type { Claim } from '#contract/claims.ts'
import type { Dispute } from '#contract/disputes.ts'

export const CLAIM_ORDERS = ['oldest', 'newest'] as const
export type ClaimOrder = (typeof CLAIM_ORDERS)[number]

/** A side is named by a letter wherever there is no room for its words: `A`, `B`, `C` … */
export function letterOf(index: number): string {
  return String.fromCodePoint(65 + index)
}

/** A claim on its side. `index` counts the sides from 0. */
export type SidedClaim = { claim: Claim; index: number; label: string }

/** Every claim of a disputed point by its id, with the side it stands on. */
export function claimsBySide(dispute: Dispute): Map<string, SidedClaim> {
  return new Map(
    dispute.positions.flatMap(({ label, claims }, index) =>
      claims.map(claim => [claim.id, { claim, index, label }] as const),
    ),
  )
}

/** By the day it was said. Claims whose date is not known stand last either way, since nothing orders them. */
export function inOrder(claims: readonly Claim[], order: ClaimOrder): Claim[] {
  const dated = claims.filter(claim => claim.said !== null)
  const undated = claims.filter(claim => claim.said === null)
  return order === 'newest' ? [...dated.toReversed(), ...undated] : [...dated, ...undated]
}
