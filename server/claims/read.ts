import type { Claim, ClaimItem } from '#contract/claims.ts'
import { notFound } from '#domain/refusals.ts'
import type { Audience } from '../auth/viewer.ts'
import type { Db } from '../db/open.ts'
import { findItemsOf } from './item-store.ts'
import { placeQuotes } from './placing.ts'
import { findClaims } from './store.ts'
import { viewClaim, viewClaimItem } from './view.ts'

/** Claims with their appearances, in the order of `ids`; those that `audience` is not shown are left out. */
export async function readClaims(db: Db, ids: readonly string[], audience: Audience): Promise<Claim[]> {
  if (ids.length === 0) return []
  const rows = new Map((await findClaims(db, ids, audience)).map(row => [row.id, row]))
  const placed = await placeQuotes(
    db,
    [...rows.values()].flatMap(row => row.appearances),
  )
  return ids.flatMap(id => {
    const row = rows.get(id)
    if (row === undefined) return []
    return [viewClaim(row, placed, audience)]
  })
}

/** Claims as lists show them, in the order of `ids`; those that `audience` is not shown are left out. */
export async function readClaimItems(
  db: Db,
  ids: readonly string[],
  audience: Audience,
): Promise<ClaimItem[]> {
  if (ids.length === 0) return []
  return (await findItemsOf(db, ids, audience)).map(viewClaimItem)
}

/** One claim with its appearances. Throws `not_found` when there is none, or none that `audience` is shown. */
export async function readClaim(db: Db, id: string, audience: Audience): Promise<Claim> {
  const [claim] = await readClaims(db, [id], audience)
  if (claim === undefined) throw notFound('claim')
  return claim
}
