import type { RelationItem } from '#contract/relations.ts'
import { RELATION_KIND_LABELS } from '../../ui/labels.ts'
import { type EditedPosition, type PlacedClaim, placedClaim } from './arrangement.ts'
import { letterOf } from './sides.ts'

/** The claims at the other end of relations of those on the sides, each once, with what holds. */
export function relatedClaims(
  relations: readonly RelationItem[],
  positions: readonly EditedPosition[],
): { claim: PlacedClaim; note: string }[] {
  const sideOf = new Map(
    positions.flatMap(({ claims }, index) => claims.map(claim => [claim.id, letterOf(index)] as const)),
  )
  const found = new Map<string, { claim: PlacedClaim; note: string }>()
  for (const { a, b, kind, state } of relations) {
    const [there, other] = sideOf.has(a.id) ? [a, b] : [b, a]
    const side = sideOf.get(there.id)
    if (side === undefined || sideOf.has(other.id) || found.has(other.id)) continue
    const sure = state === 'confirmed' ? '' : ', suggested'
    found.set(other.id, {
      claim: placedClaim(other),
      note: `${RELATION_KIND_LABELS[kind]}${sure}: “${there.statement}” on side ${side}`,
    })
  }
  return [...found.values()]
}
