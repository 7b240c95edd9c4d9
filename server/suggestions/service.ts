import { setImmediate as letOthers } from 'node:timers/promises'
import type { Database } from '../db/open.ts'
import { fewAgreeing, MOST_AGREEING } from './agreeing.ts'
import { type AnalysedClaim, openAnalysed, readAnalysed } from './analyses.ts'
import { keepAnalyses, markCompared } from './analysis-store.ts'
import { type Detector, loadDetector } from './detector.ts'
import { compareClaims, type Finding } from './finding.ts'
import { FRUITLESS, findCandidatesFor, inOrderOf } from './likely.ts'
import { lockClaims, propose, refresh } from './propose.ts'
import * as store from './store.ts'

/** How many suggestions were made, compared anew and taken back. */
export type Outcome = { proposed: number; refreshed: number; withdrawn: number }

/** Comparisons before requests that wait get their turn. */
const AT_ONCE = 25

/**
 * Compares a claim with those that speak of the same, and proposes the pairs that cannot both be true and, of those that
 * say the same, the likeliest, so that no more than `MOST_AGREEING` of those wait. A pair stands once, whoever is
 * faster. A pair that was dismissed is proposed anew only when a text of it has changed since. Suggestions on an earlier
 * wording about which nobody has decided are compared anew: they are kept up to date, or withdrawn when there is nothing
 * to be asked any more and nobody has commented on them or is to decide them. A claim that does not exist is left be.
 */
export async function suggestFor({ prisma }: Pick<Database, 'prisma'>, claimId: string): Promise<Outcome> {
  const detector = await loadDetector()
  const { claims, made } = await openAnalysed(prisma, [claimId], detector)
  const [claim] = claims
  if (claim === undefined) return { proposed: 0, refreshed: 0, withdrawn: 0 }
  const [undecided, likeliest] = await Promise.all([
    store.listUndecided(prisma, claimId),
    findCandidatesFor(prisma, claim),
  ])
  const stale = undecided.filter(
    row =>
      row.modelVersion !== detector.modelVersion ||
      (row.aId === claimId ? row.aRevision : row.bRevision) !== claim.version,
  )
  const others = stale.map(row => (row.aId === claimId ? row.bId : row.aId))
  const anew = new Set(others)
  const candidates = likeliest.filter(id => !anew.has(id))
  const read = await readAnalysed(prisma, [...candidates, ...others], detector)
  const likely = inOrderOf(candidates, read, claim.analysis, detector)
  const found = [
    ...(await compareWith(claim, likely, detector, FRUITLESS.saved)),
    ...(await compareWith(
      claim,
      read.filter(other => anew.has(other.id)),
      detector,
    )),
  ]
  const isAnew = ({ aId, bId }: Finding) => anew.has(aId === claimId ? bId : aId)
  const flagged = fewAgreeing(
    found.filter(finding => finding.flagged && !isAnew(finding)),
    MOST_AGREEING - undecided.filter(row => row.kind === 'agrees').length,
  )
  return prisma.$transaction(async tx => {
    const current = await lockClaims(tx, [...flagged, ...found.filter(isAnew)], [claimId])
    const proposed = await propose(tx, flagged.filter(current), detector.modelVersion)
    const { refreshed, withdrawn } = await refresh(tx, stale, found.filter(current), detector.modelVersion)
    await keepAnalyses(tx, made, detector.analysisVersion)
    await markCompared(tx, [claim], detector.modelVersion)
    return { proposed: proposed.length, refreshed, withdrawn }
  })
}

async function compareWith(
  claim: AnalysedClaim,
  others: readonly AnalysedClaim[],
  detector: Detector,
  /** How many may find nothing, one after the other, before the rest is left be. */
  patience = Number.POSITIVE_INFINITY,
): Promise<Finding[]> {
  const found: Finding[] = []
  let fruitless = 0
  for (const [index, other] of others.entries()) {
    if (fruitless >= patience) break
    if (index % AT_ONCE === AT_ONCE - 1) await letOthers()
    const finding = compareClaims(claim, other, detector)
    found.push(finding)
    fruitless = finding.flagged ? 0 : fruitless + 1
  }
  return found
}
