import type { Claim } from '#contract/claims.ts'
import type { Dispute, DisputeItem, DisputeRelation } from '#contract/disputes.ts'
import type { Viewer } from '../auth/viewer.ts'
import { shownDecisions } from '../relations/ruling.ts'
import type { RelationRow } from '../relations/store.ts'
import { viewDecision, viewReason } from '../relations/view.ts'
import type { DisputeItemRow, DisputeRow } from './store.ts'

/** Of the claims of a disputed point: the outlets they appear in, and the voices that these are. */
export type SpeakingCounts = { outlets: number; voices: number }

export function viewDisputeItem(row: DisputeItemRow, { outlets, voices }: SpeakingCounts): DisputeItem {
  const positions = row.positions.map(({ label, _count }) => ({ label, claims: _count.claims }))
  return {
    id: row.id,
    slug: row.slug,
    question: row.question,
    summary: row.summary,
    state: row.state,
    published: row.publishedAt !== null,
    changedAt: row.changedAt.toISOString(),
    positions,
    claims: positions.reduce((sum, position) => sum + position.claims, 0),
    outlets,
    voices,
  }
}

export function viewDisputeRelation(row: RelationRow, viewer: Viewer | null): DisputeRelation {
  return {
    id: row.id,
    version: row.version,
    aId: row.aId,
    bId: row.bId,
    kind: row.kind,
    state: row.state,
    supersederId: row.supersederId,
    note: row.note,
    reasons: row.reasons.map(viewReason),
    decisions: shownDecisions(row, viewer).map(viewDecision),
  }
}

export function viewDispute(
  row: DisputeRow,
  claims: ReadonlyMap<string, Claim>,
  relations: readonly RelationRow[],
  { outlets, voices }: SpeakingCounts,
  viewer: Viewer | null,
): Dispute {
  return {
    id: row.id,
    slug: row.slug,
    version: row.version,
    question: row.question,
    summary: row.summary,
    state: row.state,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    publishedBy: row.publishedBy,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    positions: row.positions.map(position => ({
      id: position.id,
      label: position.label,
      claims: position.claims
        .flatMap(({ claimId }) => claims.get(claimId) ?? [])
        .toSorted((one, other) => (orderKey(one) < orderKey(other) ? -1 : 1)),
    })),
    outlets,
    voices,
    relations: relations.map(relation => viewDisputeRelation(relation, viewer)),
  }
}

/** After every date. */
const UNKNOWN = '~'

/** By the day it was said, those unknown last; then as they were stored. */
function orderKey({ said, createdAt, id }: Claim): string {
  return `${said?.from ?? UNKNOWN} ${createdAt} ${id}`
}
