import type { Database, Engine, Tx } from '../db/open.ts'
import { keepAnalyses } from '../suggestions/analysis-store.ts'
import { lockClaims, refresh } from '../suggestions/propose.ts'
import { listStale, lockUntouched, type StandingRow } from '../suggestions/store.ts'
import { findScanned } from './claim-store.ts'
import type { ScannedClaim } from './comparer.ts'
import type { Step } from './store.ts'
import type { Judged, Thread } from './thread.ts'

/** How many suggestions are compared anew in one step. */
const AT_ONCE: Record<Engine, number> = { pglite: 20, postgres: 100 }

/**
 * Compares the suggestions anew that were made by another model or on earlier texts: they are brought up to date, or
 * taken back when there is nothing to be asked any more. What somebody has decided, commented on or been left stays as
 * it is. Whatever ends it, it goes on with the rest the next time.
 */
export async function refreshStale(
  { prisma, engine }: Database,
  thread: Thread,
  { step, stopping }: { step: (run: (tx: Tx) => Promise<Step>) => Promise<void>; stopping: () => boolean },
): Promise<void> {
  const { modelVersion, analysisVersion } = thread
  let after: string | null = null
  while (!stopping()) {
    const rows: StandingRow[] = await listStale(prisma, modelVersion, { after, limit: AT_ONCE[engine] })
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
    const ids = [...new Set(rows.flatMap(({ aId, bId }) => [aId, bId]))]
    const claims = new Map((await findScanned(prisma, ids, analysisVersion)).map(claim => [claim.id, claim]))
    const judged = await thread.judge(rows.flatMap(row => pairOf(row, claims)))
    await step(tx => write(tx, rows, judged, { modelVersion, analysisVersion }))
  }
}

function pairOf(
  { aId, bId }: StandingRow,
  claims: ReadonlyMap<string, ScannedClaim>,
): [ScannedClaim, ScannedClaim][] {
  const [a, b] = [claims.get(aId), claims.get(bId)]
  return a && b ? [[a, b]] : []
}

async function write(
  tx: Tx,
  rows: readonly StandingRow[],
  { findings, made }: Judged,
  { modelVersion, analysisVersion }: Pick<Thread, 'modelVersion' | 'analysisVersion'>,
): Promise<Step> {
  const current = findings.filter(await lockClaims(tx, rows))
  await keepAnalyses(tx, made, analysisVersion)
  return refresh(tx, await lockUntouched(tx, rows), current, modelVersion)
}
