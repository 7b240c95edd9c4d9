import type { Dispute } from '#contract/disputes.ts'
import { type DisputedMarks, markRelations } from '../../compare/disputed-marks.ts'

/** The disputed words of a point: those that the reasons of its confirmed relations name. */
export function markDispute(dispute: Dispute): DisputedMarks {
  const claims = dispute.positions.flatMap(position => position.claims)
  return markRelations(
    new Map(claims.map(claim => [claim.id, claim])),
    dispute.relations.filter(relation => relation.state === 'confirmed'),
  )
}
