import type { Calibration } from '../compare/calibrate.ts'
import type { Scored } from '../eval/metrics.ts'

const STEPS = 40

/** Fits the straight line from raw to calibrated log-odds by Newton's method, with Platt's (1999) targets kept off 0 and 1. */
export function fitPlatt(rows: readonly Scored[]): Calibration {
  const positives = rows.filter(row => row.positive).length
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (rows.length - positives + 2)]
  let [slope, shift] = [1, 0]
  for (let step = 0; step < STEPS; step++) {
    let [gSlope, gShift, hSlope, hBoth, hShift] = [0, 0, 1e-9, 0, 1e-9]
    for (const { score, positive } of rows) {
      const p = Math.min(1 - 1e-6, Math.max(1e-6, score))
      const x = Math.log(p / (1 - p))
      const q = 1 / (1 + Math.exp(-(slope * x + shift)))
      const error = q - (positive ? high : low)
      const weight = q * (1 - q)
      gSlope += error * x
      gShift += error
      hSlope += weight * x * x
      hBoth += weight * x
      hShift += weight
    }
    const determinant = hSlope * hShift - hBoth * hBoth
    if (determinant <= 1e-12) break
    slope -= (hShift * gSlope - hBoth * gShift) / determinant
    shift -= (hSlope * gShift - hBoth * gSlope) / determinant
  }
  return { slope, shift }
}
