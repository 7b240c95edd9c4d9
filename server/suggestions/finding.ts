import type { RelationKind } from '#domain/vocabulary.ts'
import type { NewReason } from '../relations/store.ts'
import { sayTheSame } from './agreeing.ts'
import type { AnalysedClaim } from './analyses.ts'
import type { Detector } from './detector.ts'

/** What is proposed of a pair, in the order in which it is stored. */
export type FoundPair = {
  aId: string
  bId: string
  /** The revisions whose texts were compared. */
  aRevision: number
  bRevision: number
  kind: RelationKind
  supersederId: string | null
  /** The probability of what is proposed, 0–1: that both cannot be true or, of a pair that agrees, that they say the same. */
  score: number
  reasons: NewReason[]
}

export type Finding = FoundPair & {
  /** Whether an editor is to be asked. */
  flagged: boolean
}

/** Compares two claims with what is known of when they were said and how they are put. */
export function compareClaims(one: AnalysedClaim, other: AnalysedClaim, detector: Detector): Finding {
  const [a, b] = one.id < other.id ? [one, other] : [other, one]
  const later = laterOf(a, b)
  const comparison = detector.compare(a.analysis, b.analysis, {
    ...(later !== null && { saidA: day(a.saidFrom), saidB: day(b.saidFrom) }),
    speakerA: a.speakerId,
    speakerB: b.speakerId,
    howPutA: a.howPut,
    howPutB: b.howPut,
  })
  const agrees = !comparison.flagged && sayTheSame(a, b, comparison, detector)
  const kind = agrees ? 'agrees' : proposable(comparison.kind, later)
  const reasons = comparison.reasons.flatMap(({ type, sentence, ...at }): NewReason[] => {
    const [aExact, bExact] = [a.statement.slice(at.aStart, at.aEnd), b.statement.slice(at.bStart, at.bEnd)]
    if (aExact === '' || bExact === '') return []
    const { aStart, aEnd, bStart, bEnd } = at
    return [{ type, explanation: sentence, aStart, aEnd, aExact, bStart, bEnd, bExact }]
  })
  return {
    aId: a.id,
    bId: b.id,
    aRevision: a.version,
    bRevision: b.version,
    kind,
    supersederId: kind === 'supersedes' ? (later?.id ?? null) : null,
    score: agrees ? comparison.agrees : comparison.contradicts,
    // What is at odds says nothing of a pair that agrees.
    reasons: agrees ? [] : reasons,
    flagged:
      agrees ||
      (comparison.flagged && reasons.length > 0 && detector.areWorthComparing(a.analysis, b.analysis)),
  }
}

/** The claim that was certainly said after the other one; null when that is not known. */
function laterOf(a: AnalysedClaim, b: AnalysedClaim): AnalysedClaim | null {
  if (!a.saidFrom || !a.saidTo || !b.saidFrom || !b.saidTo) return null
  if (a.saidFrom > b.saidTo) return a
  return b.saidFrom > a.saidTo ? b : null
}

const day = (date: Date | null) => date?.toISOString().slice(0, 10)

/** A pair is proposed for what is at odds in it: never as unrelated, and as superseded only where it is known by which. */
function proposable(kind: RelationKind, later: AnalysedClaim | null): RelationKind {
  const unfit = kind === 'unrelated' || kind === 'agrees' || (kind === 'supersedes' && later === null)
  return unfit ? 'contradicts' : kind
}
