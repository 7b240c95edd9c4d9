import { setImmediate as letOthers } from 'node:timers/promises'
import type { Db } from '../db/open.ts'
import { type AnalysedRow, findAnalysed, keepAnalyses } from './analysis-store.ts'
import type { Analysis, Detector } from './detector.ts'

export type AnalysedClaim = Omit<AnalysedRow, 'analysis'> & { analysis: Analysis }

/** Analyses made before requests that wait get their turn. */
const AT_ONCE = 10

/** Claims with the analysis of their current wording, in no order; what had to be made is kept for the next time. */
export async function readAnalysed(
  db: Db,
  ids: readonly string[],
  { analyse, analysisVersion }: Detector,
): Promise<AnalysedClaim[]> {
  if (ids.length === 0) return []
  const rows = await findAnalysed(db, ids, analysisVersion)
  const [claims, made]: [AnalysedClaim[], AnalysedClaim[]] = [[], []]
  for (const row of rows) {
    const claim = { ...row, analysis: row.analysis ?? analyse(row.statement) }
    claims.push(claim)
    if (row.analysis !== null) continue
    made.push(claim)
    if (made.length % AT_ONCE === 0) await letOthers()
  }
  await keepAnalyses(
    db,
    made.map(({ id, version, analysis }) => ({
      claimId: id,
      revision: version,
      json: JSON.stringify(analysis),
    })),
    analysisVersion,
  )
  return claims
}
