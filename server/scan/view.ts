import type { Scan } from '#contract/scans.ts'
import type { ScanRow } from './store.ts'

export function viewScan(row: ScanRow, now: Date): Scan {
  return {
    id: row.id,
    state: row.state,
    modelVersion: row.modelVersion,
    claims: row.claims,
    claimsDone: row.claimsDone,
    pairsCompared: Number(row.pairsCompared),
    proposed: row.proposed,
    agreeing: row.agreeing,
    refreshed: row.refreshed,
    withdrawn: row.withdrawn,
    held: row.heldUntil !== null && row.heldUntil > now,
    rate: rateOf(row, now),
    startedAt: row.startedAt.toISOString(),
    startedBy: row.startedBy,
    endedAt: row.endedAt?.toISOString() ?? null,
    failure: row.failure,
  }
}

/** Claims a second since the present runner began to compare. */
function rateOf({ since, sinceClaims, claimsDone }: ScanRow, now: Date): number | null {
  if (since === null || claimsDone <= sinceClaims) return null
  const seconds = (now.getTime() - since.getTime()) / 1_000
  return seconds > 0 ? (claimsDone - sinceClaims) / seconds : null
}
