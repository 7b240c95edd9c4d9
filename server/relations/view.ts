import type { Claim, ClaimItem } from '#contract/claims.ts'
import type { Decision, Reason, Relation, RelationItem } from '#contract/relations.ts'
import { audienceOf, type Viewer } from '../auth/viewer.ts'
import { shownDecisions } from './ruling.ts'
import type { DecisionRow, ReasonRow, RelationItemRow, RelationRow } from './store.ts'

export function viewReason(row: ReasonRow): Reason {
  return {
    type: row.type,
    explanation: row.explanation,
    a: { start: row.aStart, end: row.aEnd, exact: row.aExact },
    b: { start: row.bStart, end: row.bEnd, exact: row.bExact },
    aQuote: viewSpan(row.aQuoteStart, row.aQuoteEnd, row.aQuoteExact),
    bQuote: viewSpan(row.bQuoteStart, row.bQuoteEnd, row.bQuoteExact),
  }
}

function viewSpan(start: number | null, end: number | null, exact: string | null): Reason['aQuote'] {
  return start === null || end === null || exact === null ? null : { start, end, exact }
}

export function viewDecision(row: DecisionRow): Decision {
  return {
    id: row.id,
    action: row.action,
    kind: row.kind,
    supersederId: row.supersederId,
    undoesId: row.undoesId,
    note: row.note,
    seenVersion: row.seenVersion,
    decidedAt: row.decidedAt.toISOString(),
    decidedBy: row.decidedBy,
  }
}

function viewCore(row: RelationItemRow) {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    state: row.state,
    supersederId: row.supersederId,
    origin: row.origin,
    note: row.note,
    score: row.score,
    modelVersion: row.modelVersion,
    reasons: row.reasons.map(viewReason),
    createdAt: row.createdAt.toISOString(),
    proposedBy: row.proposedBy,
  }
}

export function viewRelationItem(row: RelationItemRow, a: ClaimItem, b: ClaimItem): RelationItem {
  return { ...viewCore(row), a, b }
}

/** Who is to decide is nobody's business but the desk's. */
export function viewRelation(row: RelationRow, a: Claim, b: Claim, viewer: Viewer | null): Relation {
  return {
    ...viewCore(row),
    a,
    b,
    decisions: shownDecisions(row, viewer).map(viewDecision),
    awaits: row.awaits,
    assignedTo: audienceOf(viewer) === 'all' ? row.assignedTo : null,
  }
}
