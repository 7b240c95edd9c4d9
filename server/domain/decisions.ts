import type { AwaitedReading, RelationKind, RelationState } from './vocabulary.ts'

/** What a relation says: its kind and, when one claim replaces the other, the id of the later claim. */
export type Proposal = { kind: RelationKind; supersederId: string | null }

/** Who decided, and whether second readers were required at that time. */
type Made = { id: string; by: string; secondReader: boolean }

/** One line of a relation's append-only record: a verdict, or the taking back of an earlier one. */
export type Decision =
  | (Made & { action: 'decide' } & Proposal)
  | { id: string; action: 'undo'; undoesId: string }

/**
 * How a relation stands. `decidingId` is the decision that rules, null while it is only suggested; `awaits` says which
 * reading is still needed while verdicts stand that do not count yet.
 */
export type RelationStanding = Proposal & {
  state: RelationState
  decidingId: string | null
  awaits: AwaitedReading | null
}

type Verdict = Extract<Decision, { action: 'decide' }>

/**
 * How a relation stands after its decisions, oldest first: the last one not taken back rules. `unrelated` dismisses
 * the pair, any other kind confirms it, and with none left the relation is suggested as it was proposed. Where second
 * readers were required, a contradiction rules only once two editors have found it, and another verdict only once a
 * third editor has read what two disagree about; until then the relation stays suggested. Of each editor the last
 * verdict counts.
 */
export function relationState(proposal: Proposal, decisions: readonly Decision[]): RelationStanding {
  const verdicts = standing(decisions)
  const ruling = verdicts.at(-1)
  const awaits = awaitedReading(verdicts)
  if (!ruling || awaits !== null)
    return {
      state: 'suggested',
      kind: proposal.kind,
      supersederId: proposal.supersederId,
      decidingId: null,
      awaits,
    }
  return {
    state: ruling.kind === 'unrelated' ? 'dismissed' : 'confirmed',
    kind: ruling.kind,
    supersederId: ruling.supersederId,
    decidingId: ruling.id,
    awaits: null,
  }
}

/** The id of the decision that the next undo takes back; null when nothing is left to take back. */
export function undoable(decisions: readonly Decision[]): string | null {
  return standing(decisions).at(-1)?.id ?? null
}

/** Whether a verdict of this person stands among the decisions. */
export function hasRead(decisions: readonly Decision[], by: string): boolean {
  return standing(decisions).some(verdict => verdict.by === by)
}

/** Which reading the verdicts wait for, oldest first; null when the last one rules. */
function awaitedReading(verdicts: readonly Verdict[]): AwaitedReading | null {
  const last = verdicts.at(-1)
  if (!last?.secondReader) return null
  const readings = [...new Map(verdicts.map(verdict => [verdict.by, verdict])).values()]
  const found = readings.filter(reading => reading.kind === 'contradicts').length
  if (last.kind === 'contradicts') {
    if (found >= 2) return null
    return readings.length === 1 ? 'second' : 'third'
  }
  return found > 0 && readings.length === 2 ? 'third' : null
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
