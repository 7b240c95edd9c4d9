import type { Watch } from '#contract/watches.ts'
import { viewSourceBrief } from '../sources/view.ts'
import type { findAltered, WatchedRow } from './store.ts'

type Altered = Awaited<ReturnType<typeof findAltered>>[number]

/** A source that nobody has set visits for is as one whose visits are off. */
export function viewWatch(row: WatchedRow, quotes: number, altered: readonly Altered[]): Watch {
  const { watch } = row
  return {
    source: viewSourceBrief(row),
    every: watch?.every ?? 'off',
    state: watch?.state ?? 'waiting',
    since: (watch?.since ?? row.createdAt).toISOString(),
    problem: watch?.problem ?? null,
    failures: watch?.failures ?? 0,
    visitedAt: watch?.visitedAt?.toISOString() ?? null,
    reachedAt: watch?.reachedAt?.toISOString() ?? null,
    nextAt: watch?.nextAt?.toISOString() ?? null,
    version: watch?.version ?? 1,
    quotes,
    altered: altered.map(one => ({
      quoteId: one.quoteId,
      claimId: one.claimId,
      statement: one.statement,
      exact: one.exact,
      state: one.state,
      words: one.words,
      difference: one.difference,
      since: one.since.toISOString(),
    })),
  }
}
