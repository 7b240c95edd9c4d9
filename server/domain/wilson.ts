/** A share that was counted, with the interval in which the true one lies 95 times out of 100; all 0–1. */
export type MeasuredShare = { share: number; low: number; high: number }

/** The 97.5th percentile of the normal distribution: two sides of 2.5 % are left out. */
const Z = 1.959963984540054

/**
 * The share of `hits` in `trials` with its 95 % score interval (Wilson 1927, "Probable inference, the law of
 * succession, and statistical inference"), which holds for few trials and for shares near 0 and 1. Null without trials.
 */
export function measureShare(hits: number, trials: number): MeasuredShare | null {
  if (trials === 0) return null
  const share = hits / trials
  const spread = Z ** 2 / trials
  const middle = (share + spread / 2) / (1 + spread)
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials))
  return {
    share,
    low: Math.max(0, Math.min(share, middle - half)),
    high: Math.min(1, Math.max(share, middle + half)),
  }
}
