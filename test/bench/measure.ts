/** Milliseconds. */
export type Percentiles = { p50: number; p95: number; p99: number }

/** The same piece of work done by the program, and by as little as can be. */
export type Contest = { ours: () => Promise<unknown>; bare: () => Promise<unknown> }

/** The value below which `share` of the times lie (nearest rank). */
function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function percentilesOf(times: readonly number[]): Percentiles {
  const sorted = Float64Array.from(times).toSorted()
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), p99: percentile(sorted, 0.99) }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/**
 * Runs both sides of `rounds` contests by turns, each going first every other time, so that whatever else the machine
 * does meets both alike. The first `warmUp` rounds do not count.
 */
export async function compete(
  next: () => Contest,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<{ ours: Percentiles; bare: Percentiles }> {
  const times = { ours: [] as number[], bare: [] as number[] }
  for (let round = -warmUp; round < rounds; round++) {
    const contest = next()
    const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)
    for (const side of order) {
      const time = await timeOf(contest[side])
      if (round >= 0) times[side].push(time)
    }
  }
  return { ours: percentilesOf(times.ours), bare: percentilesOf(times.bare) }
}

/** A goal, and whether a figure keeps to it. */
export function verdict(figure: number, goal: number, unit: string): string {
  return ` (goal ≤ ${goal.toLocaleString('en-GB')} ${unit}: ${figure <= goal ? 'reached' : 'missed'})`
}
