import { setImmediate as letOthers } from 'node:timers/promises'
import type { Database, Db, Tx } from '../db/open.ts'
import { recordEvent } from '../events/store.ts'
import { replaceReasons, updateRelation } from '../relations/store.ts'
import { type AnalysedClaim, readAnalysed } from './analyses.ts'
import { markCompared } from './analysis-store.ts'
import { chooseWords, findCandidates, weighWords } from './candidate-store.ts'
import { type Detector, loadDetector } from './detector.ts'
import { compareClaims, type Finding } from './finding.ts'
import * as store from './store.ts'

/** How many suggestions were made, compared anew and taken back. */
export type Outcome = { proposed: number; refreshed: number; withdrawn: number }

/** Comparisons before requests that wait get their turn. */
const AT_ONCE = 25

/**
 * Compares a claim with those that speak of the same, and proposes the pairs that cannot both be true. A pair stands
 * once, whoever is faster. A pair that was dismissed is proposed anew only when a text of it has changed since.
 * Suggestions on an earlier wording about which nobody has decided are compared anew: they are kept up to date, or
 * withdrawn when nothing is at odds any more and nobody has commented on them. A claim that does not exist is left be.
 */
export async function suggestFor({ prisma }: Pick<Database, 'prisma'>, claimId: string): Promise<Outcome> {
  const detector = await loadDetector()
  const [claim] = await readAnalysed(prisma, [claimId], detector)
  if (claim === undefined) return { proposed: 0, refreshed: 0, withdrawn: 0 }
  const stale = (await store.listUndecided(prisma, claimId)).filter(
    row =>
      row.modelVersion !== detector.modelVersion ||
      (row.aId === claimId ? row.aRevision : row.bRevision) !== claim.version,
  )
  const others = stale.map(row => (row.aId === claimId ? row.bId : row.aId))
  const candidates = await candidatesOf(prisma, claim)
  const found = await compareWith(
    claim,
    await readAnalysed(prisma, [...candidates, ...others], detector),
    detector,
  )
  const anew = new Set(others)
  const isAnew = ({ a, b }: Finding) => anew.has(a.id === claimId ? b.id : a.id)
  const flagged = found.filter(finding => finding.flagged && !isAnew(finding))
  return prisma.$transaction(async tx => {
    const concerned = [...flagged, ...found.filter(isAnew)].flatMap(({ a, b }) => [a.id, b.id])
    const versions = await store.lockVersions(tx, [...new Set([claimId, ...concerned])])
    const current = ({ a, b }: Finding) =>
      versions.get(a.id) === a.version && versions.get(b.id) === b.version
    const proposed = await propose(tx, flagged.filter(current), detector)
    const { refreshed, withdrawn } = await refresh(tx, stale, found.filter(current), detector)
    await markCompared(tx, claimId, claim.version, detector.modelVersion)
    return { proposed, refreshed, withdrawn }
  })
}

async function compareWith(
  claim: AnalysedClaim,
  others: readonly AnalysedClaim[],
  detector: Detector,
): Promise<Finding[]> {
  const found: Finding[] = []
  for (const [index, other] of others.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await letOthers()
    found.push(compareClaims(claim, other, detector))
  }
  return found
}

async function candidatesOf(db: Db, claim: { id: string; statement: string; speakerId: string }) {
  return findCandidates(db, claim, chooseWords(await weighWords(db, claim.statement)))
}

function describe({ a, b, kind, supersederId, score }: Finding, { modelVersion }: Detector) {
  return { aRevision: a.version, bRevision: b.version, kind, supersederId, score, modelVersion }
}

async function propose(tx: Tx, findings: readonly Finding[], detector: Detector): Promise<number> {
  if (findings.length === 0) return 0
  const suggestions = findings
    .map(finding => ({
      ...describe(finding, detector),
      aId: finding.a.id,
      bId: finding.b.id,
      reasons: finding.reasons,
    }))
    // Whoever writes the same pairs at the same time waits for the first of them, not each for the other.
    .toSorted((one, other) => (one.aId + one.bId < other.aId + other.bId ? -1 : 1))
  const made = await store.insertSuggestions(tx, suggestions)
  for (const { id, ...suggestion } of made)
    await recordEvent(tx, {
      actor: null,
      action: 'relation.proposed',
      subjectId: id,
      to: { ...suggestion, origin: 'detector', state: 'suggested', version: 1 },
    })
  return made.length + (await proposeAnew(tx, findings, detector))
}

/** Puts pairs that were dismissed on other texts before an editor again: their decisions stay, and rule no longer. */
async function proposeAnew(tx: Tx, findings: readonly Finding[], detector: Detector): Promise<number> {
  const pairs = findings.map(({ a, b }) => ({ aId: a.id, bId: b.id }))
  let count = 0
  for (const row of await store.listOfPairs(tx, pairs, 'dismissed')) {
    const finding = findings.find(({ a, b }) => a.id === row.aId && b.id === row.bId)
    if (!finding) continue
    const proposedVersion = row.version + 1
    const to = { ...describe(finding, detector), state: 'suggested' as const }
    const { kind: proposedKind, supersederId: proposedSupersederId } = finding
    const proposal = {
      ...to,
      proposedKind,
      proposedSupersederId,
      proposedVersion,
      origin: 'detector' as const,
    }
    if ((await updateRelation(tx, row.id, row.version, proposal)) === 0) continue
    await replaceReasons(tx, row.id, finding.reasons)
    await recordEvent(tx, {
      actor: null,
      action: 'relation.proposed',
      subjectId: row.id,
      from: summary(row),
      to: { ...to, origin: 'detector', reasons: finding.reasons, version: proposedVersion },
    })
    count++
  }
  return count
}

async function refresh(
  tx: Tx,
  stale: readonly store.StandingRow[],
  findings: readonly Finding[],
  detector: Detector,
): Promise<Pick<Outcome, 'refreshed' | 'withdrawn'>> {
  const counts = { refreshed: 0, withdrawn: 0 }
  for (const row of stale) {
    const finding = findings.find(({ a, b }) => a.id === row.aId && b.id === row.bId)
    if (!finding) continue
    const subject = { actor: null, subjectId: row.id, from: summary(row) }
    if (!finding.flagged && row.comments.length === 0) {
      if (!(await store.removeSuggestion(tx, row.id, row.version))) continue
      await recordEvent(tx, { ...subject, action: 'relation.withdrawn' })
      counts.withdrawn++
      continue
    }
    const to = describe(finding, detector)
    const { kind: proposedKind, supersederId: proposedSupersederId } = finding
    const proposal = { ...to, proposedKind, proposedSupersederId }
    if ((await updateRelation(tx, row.id, row.version, proposal)) === 0) continue
    await replaceReasons(tx, row.id, finding.reasons)
    await recordEvent(tx, {
      ...subject,
      action: 'relation.refreshed',
      to: { ...to, reasons: finding.reasons, version: row.version + 1 },
    })
    counts.refreshed++
  }
  return counts
}

function summary(row: store.StandingRow) {
  const { aId, bId, aRevision, bRevision, kind, state, score, modelVersion, version } = row
  return { aId, bId, aRevision, bRevision, kind, state, score, modelVersion, version }
}
