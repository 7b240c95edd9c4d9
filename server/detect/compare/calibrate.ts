/** A map from raw to calibrated probability: a straight line between their log-odds (Platt 1999), fitted on pairs held out from training. */
export type Calibration = { slope: number; shift: number }

const EDGE = 1e-6

/** The calibrated probability of a raw one; both 0–1, rising as the raw one rises. */
export function calibrate({ slope, shift }: Calibration, raw: number): number {
  const p = Math.min(1 - EDGE, Math.max(EDGE, raw))
  return 1 / (1 + Math.exp(-(slope * Math.log(p / (1 - p)) + shift)))
}
