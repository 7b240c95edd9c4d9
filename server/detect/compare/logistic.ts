import { type Section, section } from '../lexicon/container.ts'

/** Multinomial logistic regression over standardised inputs: three rows of weights, each with its constant last. */
export type Logistic = { mean: Float64Array; scale: Float64Array; weights: Float64Array }

/** Writes the log-odds of the three classes for one row of inputs into `out`. */
export function addLogistic(
  { mean, scale, weights }: Logistic,
  inputs: Float64Array,
  out: Float64Array,
): void {
  const width = mean.length
  for (let c = 0; c < 3; c++) {
    const row = c * (width + 1)
    let sum = weights[row + width]!
    for (let k = 0; k < width; k++) sum += weights[row + k]! * (inputs[k]! - mean[k]!) * scale[k]!
    out[c] = sum
  }
}

/** The regression as sections of a file, their names beginning with `prefix`. */
export function logisticSections(logistic: Logistic, prefix: string): Record<string, Section> {
  return {
    [`${prefix}.mean`]: logistic.mean,
    [`${prefix}.scale`]: logistic.scale,
    [`${prefix}.weights`]: logistic.weights,
  }
}

/** The regression that `logisticSections` stored under `prefix`; throws when a section is missing. */
export function readLogistic(sections: Map<string, Section>, prefix: string): Logistic {
  return {
    mean: section(sections, `${prefix}.mean`, Float64Array),
    scale: section(sections, `${prefix}.scale`, Float64Array),
    weights: section(sections, `${prefix}.weights`, Float64Array),
  }
}
