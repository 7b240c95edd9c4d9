import { setImmediate as letOthers } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Db } from '../db/open.ts'
import { type AnalysedRow, findAnalysed, keepAnalyses, type NewAnalysis } from './analysis-store.ts'
import type { Analysis, Detector } from './detector.ts'

export type AnalysedClaim = Omit<AnalysedRow, 'analysis'> & { analysis: Analysis }

/** Analyses made before requests that wait get their turn. */
const AT_ONCE = 10

/**
 * Analyses by their JSON. What is saved or typed one after the other is compared with the same claims again and again, and
 * what the detector prepares of an analysis, which takes as long as a comparison, it keeps as long as that is there.
 */
const known = new LRUCache<string, Analysis>({ max: 2_000 })

function open(json: string): Analysis {
  const analysis = known.get(json) ?? JSON.parse(json)
  known.set(json, analysis)
  return analysis
}

/** Claims with the analysis of their current wording, in no order; what had to be made is kept for the next time. */
export async function readAnalysed(
  db: Db,
  ids: readonly string[],
  detector: Detector,
): Promise<AnalysedClaim[]> {
  const { claims, made } = await openAnalysed(db, ids, detector)
  await keepAnalyses(db, made, detector.analysisVersion)
  return claims
}

/** The same, with what had to be made for the caller to keep. */
export async function openAnalysed(
  db: Db,
  ids: readonly string[],
  { analyse, analysisVersion }: Detector,
): Promise<{ claims: AnalysedClaim[]; made: NewAnalysis[] }> {
  if (ids.length === 0) return { claims: [], made: [] }
  const [claims, made]: [AnalysedClaim[], NewAnalysis[]] = [[], []]
  for (const row of await findAnalysed(db, ids, analysisVersion)) {
    const json = row.analysis ?? JSON.stringify(analyse(row.statement))
    claims.push({ ...row, analysis: open(json) })
    if (row.analysis !== null) continue
    made.push({ claimId: row.id, revision: row.version, json })
    if (made.length % AT_ONCE === 0) await letOthers()
  }
  return { claims, made }
}
