import type { RelationKind, RelationState } from './vocabulary.ts'

/** What a relation says: its kind and, when one claim replaces the other, the id of the later claim. */
export type Proposal = { kind: RelationKind; supersederId: string | null }

/** One line of a relation's append-only record: a verdict, or the taking back of an earlier one. */
export type Decision =
  | { id: string; action: 'decide'; kind: RelationKind; supersederId: string | null }
  | { id: string; action: 'undo'; undoesId: string }

/** How a relation stands. `decidingId` is the decision that rules, null while it is only suggested. */
export type RelationStanding = Proposal & { state: RelationState; decidingId: string | null }

type Verdict = Extract<Decision, { action: 'decide' }>

/**
 * How a relation stands after its decisions, oldest first: the last one not taken back rules. `unrelated` dismisses
 * the pair, any other kind confirms it, and with none left the relation is suggested as it was proposed.
 */
export function relationState(proposal: Proposal, decisions: readonly Decision[]): RelationStanding {
  const ruling = standing(decisions).at(-1)
  if (!ruling)
    return { state: 'suggested', kind: proposal.kind, supersederId: proposal.supersederId, decidingId: null }
  return {
    state: ruling.kind === 'unrelated' ? 'dismissed' : 'confirmed',
    kind: ruling.kind,
    supersederId: ruling.supersederId,
    decidingId: ruling.id,
  }
}

/** The id of the decision that the next undo takes back; null when nothing is left to take back. */
export function undoable(decisions: readonly Decision[]): string | null {
  return standing(decisions).at(-1)?.id ?? null
}

/** The verdicts not taken back, oldest first. An undo of an unknown or already undone one does nothing; so does a line read twice. */
function standing(decisions: readonly Decision[]): Verdict[] {
  const seen = new Set<string>()
  const verdicts = new Map<string, Verdict>()
  for (const decision of decisions) {
    if (decision.action === 'undo') verdicts.delete(decision.undoesId)
    else if (!seen.has(decision.id)) verdicts.set(decision.id, decision)
    seen.add(decision.id)
  }
  return [...verdicts.values()]
}
