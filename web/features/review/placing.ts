import type { Claim } from '#contract/claims.ts'
import type { Dispute } from '#contract/disputes.ts'

/**
 * The id of the position that each of two claims is likely to belong on, null for one of its own: where it stands
 * already, else the first position that the other claim is not on.
 */
export function placesOf(point: Dispute, sides: readonly Claim[]): (string | null)[] {
  const stands = sides.map(
    side => point.positions.find(position => position.claims.some(claim => claim.id === side.id))?.id ?? null,
  )
  const places: (string | null)[] = [...stands]
  for (const index of sides.keys()) {
    const taken = new Set(places)
    places[index] ??= point.positions.find(position => !taken.has(position.id))?.id ?? null
  }
  return places
}

/** The positions with both claims on the places chosen, and nowhere else; as the server takes them. */
export function arrangedWith(point: Dispute, sides: readonly Claim[], places: readonly (string | null)[]) {
  const moved = new Set(sides.map(side => side.id))
  const standing = point.positions.map(({ id, label, claims }) => ({
    id,
    label,
    claimIds: [
      ...claims.map(claim => claim.id).filter(claimId => !moved.has(claimId)),
      ...sides.filter((_, index) => places[index] === id).map(side => side.id),
    ],
  }))
  const own = sides
    .filter((_, index) => (places[index] ?? null) === null)
    .map(side => ({ label: side.statement.slice(0, 300), claimIds: [side.id] }))
  return [...standing, ...own]
}
