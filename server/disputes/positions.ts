import type { RefusalIssue } from '#domain/refusals.ts'
import type { Db } from '../db/open.ts'
import { findVerifiedClaims } from '../relations/verified.ts'
import { findKnownClaims, type NewPosition } from './store.ts'

/**
 * What is wrong with positions that are to replace those with the ids `standing`: a claim that does not exist or
 * stands twice, a position that is not one of the point's.
 */
export async function checkPositions(
  db: Db,
  positions: readonly NewPosition[],
  standing: readonly string[],
): Promise<RefusalIssue[]> {
  const known = new Set((await findKnownClaims(db, claimIdsOf(positions))).map(claim => claim.id))
  const placed = new Set<string>()
  const kept = new Set<string>()
  const issues: RefusalIssue[] = []
  positions.forEach(({ id, claimIds }, index) => {
    if (id !== undefined && (!standing.includes(id) || kept.has(id)))
      issues.push({
        path: `positions.${index}.id`,
        message: kept.has(id) ? 'This position is in the list already.' : 'The point has no such position.',
      })
    if (id !== undefined) kept.add(id)
    claimIds.forEach((claimId, place) => {
      const path = `positions.${index}.claimIds.${place}`
      if (!known.has(claimId)) issues.push({ path, message: 'There is no such claim.' })
      else if (placed.has(claimId))
        issues.push({ path, message: 'The claim stands on a position of this point already.' })
      placed.add(claimId)
    })
  })
  return issues
}

/**
 * Why positions cannot be shown to everybody: there are fewer than two, one has no claim, or a claim's first quote
 * does not stand in its snapshot.
 */
export async function checkPublishable(db: Db, positions: readonly NewPosition[]): Promise<RefusalIssue[]> {
  const claimIds = claimIdsOf(positions)
  const verified = await findVerifiedClaims(db, claimIds, 'first')
  const unverified = claimIds.filter(id => !verified.has(id))
  const statements = new Map(
    (await findKnownClaims(db, unverified)).map(claim => [claim.id, claim.statement]),
  )
  return [
    ...(positions.length < 2
      ? [{ path: 'positions', message: 'A published point needs at least two positions.' }]
      : []),
    ...positions.flatMap(({ label, claimIds }, index) => [
      ...(claimIds.length === 0
        ? [{ path: `positions.${index}.claimIds`, message: `“${label}” has no claim yet.` }]
        : []),
      ...claimIds.flatMap((claimId, place) => {
        const statement = statements.get(claimId)
        if (statement === undefined) return []
        return {
          path: `positions.${index}.claimIds.${place}`,
          message: `The quote of “${statement}” cannot be found in its snapshot.`,
        }
      }),
    ]),
  ]
}

function claimIdsOf(positions: readonly NewPosition[]): string[] {
  return positions.flatMap(position => position.claimIds)
}
