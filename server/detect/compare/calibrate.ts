/** A map from raw to calibrated probability: straight lines between points (from isotonic regression on pairs held out from training). */
export type Calibration = { from: Float64Array; to: Float64Array }

/** The calibrated probability of a raw one; both 0–1, never falling as the raw one rises. */
export function calibrate({ from, to }: Calibration, raw: number): number {
  const last = from.length - 1
  if (raw <= from[0]!) return to[0]!
  if (raw >= from[last]!) return to[last]!
  let i = 1
  while (from[i]! < raw) i++
  const [x0, x1, y0, y1] = [from[i - 1]!, from[i]!, to[i - 1]!, to[i]!]
  return x1 === x0 ? y1 : y0 + ((raw - x0) / (x1 - x0)) * (y1 - y0)
}
