import type { Tx } from '../db/open.ts'
import { recordEvent, recordEvents } from '../events/store.ts'
import { lockVersions, replaceReasons, updateRelation } from '../relations/store.ts'
import type { Finding, FoundPair } from './finding.ts'
import * as store from './store.ts'

function describe(
  { aRevision, bRevision, kind, supersederId, score }: Omit<FoundPair, 'aId' | 'bId' | 'reasons'>,
  modelVersion: string,
) {
  return { aRevision, bRevision, kind, supersederId, score, modelVersion }
}

type Compared = Pick<FoundPair, 'aId' | 'bId' | 'aRevision' | 'bRevision'>

/**
 * Holds the claims of pairs, and `others`, until the transaction ends. Returns whether the claims of a compared pair still
 * read as they were compared.
 */
export async function lockClaims(
  tx: Tx,
  pairs: readonly Pick<Compared, 'aId' | 'bId'>[],
  others: readonly string[] = [],
): Promise<(pair: Compared) => boolean> {
  const ids = new Set([...others, ...pairs.flatMap(({ aId, bId }) => [aId, bId])])
  const versions = await lockVersions(tx, [...ids])
  return ({ aId, bId, aRevision, bRevision }) =>
    versions.get(aId) === aRevision && versions.get(bId) === bRevision
}

/**
 * Proposes pairs in the transaction of its caller: those that do not stand yet, and those that were dismissed, which the
 * caller has seen to be on other texts. Returns them.
 */
export async function propose(
  tx: Tx,
  findings: readonly FoundPair[],
  modelVersion: string,
): Promise<FoundPair[]> {
  if (findings.length === 0) return []
  const suggestions = findings
    .map(finding => ({ ...finding, modelVersion }))
    // Whoever writes the same pairs at the same time waits for the first of them, not each for the other.
    .toSorted((one, other) => (one.aId + one.bId < other.aId + other.bId ? -1 : 1))
  const made = await store.insertSuggestions(tx, suggestions)
  await recordEvents(
    tx,
    made.map(({ id, aId, bId, reasons, ...suggestion }) => ({
      actor: null,
      action: 'relation.proposed',
      subjectId: id,
      to: {
        aId,
        bId,
        ...describe(suggestion, modelVersion),
        reasons,
        origin: 'detector',
        state: 'suggested',
        version: 1,
      },
    })),
  )
  const taken = new Set(made.map(({ aId, bId }) => aId + bId))
  const standing = findings.filter(({ aId, bId }) => !taken.has(aId + bId))
  return [...made, ...(await proposeAnew(tx, standing, modelVersion))]
}

/** Puts pairs that were dismissed on other texts before an editor again: their decisions stay, and rule no longer. */
async function proposeAnew(
  tx: Tx,
  findings: readonly FoundPair[],
  modelVersion: string,
): Promise<FoundPair[]> {
  if (findings.length === 0) return []
  const proposed: FoundPair[] = []
  const found = byPair(findings)
  for (const row of await store.listOfPairs(tx, findings, 'dismissed')) {
    const finding = found.get(row.aId + row.bId)
    if (!finding) continue
    const proposedVersion = row.version + 1
    const to = { ...describe(finding, modelVersion), state: 'suggested' as const }
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
    proposed.push(finding)
  }
  return proposed
}

/** Brings suggestions on earlier texts up to date, or takes them back, in the transaction of its caller. */
export async function refresh(
  tx: Tx,
  stale: readonly store.StandingRow[],
  findings: readonly Finding[],
  modelVersion: string,
): Promise<{ refreshed: number; withdrawn: number }> {
  const counts = { refreshed: 0, withdrawn: 0 }
  const found = byPair(findings)
  for (const row of stale) {
    const finding = found.get(row.aId + row.bId)
    if (!finding) continue
    const subject = { actor: null, subjectId: row.id, from: summary(row) }
    const isNobodys = row.comments.length === 0 && row.assignedToId === null
    if (!finding.flagged && isNobodys) {
      if (!(await store.removeSuggestion(tx, row.id, row.version))) continue
      await recordEvent(tx, { ...subject, action: 'relation.withdrawn' })
      counts.withdrawn++
      continue
    }
    const to = describe(finding, modelVersion)
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

const byPair = <Pair extends { aId: string; bId: string }>(pairs: readonly Pair[]) =>
  new Map(pairs.map(pair => [pair.aId + pair.bId, pair]))

function summary(row: store.StandingRow) {
  const { aId, bId, aRevision, bRevision, kind, state, score, modelVersion, version } = row
  return { aId, bId, aRevision, bRevision, kind, state, score, modelVersion, version }
}
