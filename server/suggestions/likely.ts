import type { Db } from '../db/open.ts'
import type { AnalysedClaim } from './analyses.ts'
import { chooseWords, favourNames, findCandidates, weighWords } from './candidate-store.ts'
import type { Analysis, Detector } from './detector.ts'

/**
 * Comparisons in a row that find nothing, the likeliest first, before the rest is left be: where a claim has just been
 * saved and somebody waits for its pairs, in a scan of a small store, which is looked through thoroughly, and of a large one.
 */
export const FRUITLESS = { saved: 24, small: 96, large: 12 }

/** The words of the names in a statement, as they are written in it. */
export function namesIn({ names, text, start, end }: Analysis): string[] {
  return names.flatMap(({ from, to }) =>
    start.slice(from, to).map((at, nth) => text.slice(at, end[from + nth])),
  )
}

/** Ids of the stored claims that speak most likely of the same as a statement, the likeliest first. */
export async function findCandidatesFor(
  db: Db,
  {
    statement,
    analysis,
    ...whose
  }: { id: string | null; speakerId: string | null; statement: string; analysis: Analysis },
): Promise<string[]> {
  const words = favourNames(await weighWords(db, statement), namesIn(analysis))
  return findCandidates(db, whose, chooseWords(words))
}

/** Those of the claims that are worth comparing with a statement, in the order of `ids`, which are the likeliest first. */
export function inOrderOf<Claim extends Pick<AnalysedClaim, 'id' | 'analysis'>>(
  ids: readonly string[],
  claims: readonly Claim[],
  analysis: Analysis,
  { areWorthComparing }: Detector,
): Claim[] {
  const known = new Map(claims.map(claim => [claim.id, claim]))
  return ids.flatMap(id => {
    const claim = known.get(id)
    return claim && areWorthComparing(analysis, claim.analysis) ? [claim] : []
  })
}
