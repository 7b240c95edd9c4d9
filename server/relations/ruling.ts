import { type Decision, hasRead } from '#domain/decisions.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { DecisionRow, RelationRow } from './store.ts'

type Ruled = Pick<RelationRow, 'decisions' | 'proposedVersion'>

/** The decisions on what is proposed now; those on texts before it was proposed anew rule no longer. */
export function rulingOf({ decisions, proposedVersion }: Ruled): Decision[] {
  return decisions.filter(({ seenVersion }) => seenVersion >= proposedVersion).map(decisionOf)
}

function decisionOf(row: DecisionRow): Decision {
  if (row.undoesId !== null) return { id: row.id, action: 'undo', undoesId: row.undoesId }
  const { id, kind, supersederId, secondReader } = row
  if (kind === null) throw new Error(`decision ${id} neither decides nor takes back`)
  return { id, action: 'decide', kind, supersederId, by: row.decidedBy.id, secondReader }
}

/** Whether a verdict of this person stands on what is proposed now. */
export function hasReadPair(row: Ruled, { id }: Viewer): boolean {
  return hasRead(rulingOf(row), id)
}

/**
 * The decisions that somebody may see. While another reading is awaited, whoever may make it does not see what was found
 * before: only those whose own verdict stands do, and admins.
 */
export function shownDecisions(
  row: Ruled & Pick<RelationRow, 'awaits'>,
  viewer: Viewer | null,
): DecisionRow[] {
  const isOpen = row.awaits === null || viewer?.role === 'admin'
  if (isOpen || (viewer !== null && hasReadPair(row, viewer))) return row.decisions
  return row.decisions.filter(({ seenVersion }) => seenVersion < row.proposedVersion)
}
