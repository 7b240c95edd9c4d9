import type { Logistic } from '../compare/logistic.ts'

/** Rows of inputs one after the other, the class and the weight of each. */
export type Examples = { inputs: Float64Array; width: number; labels: Uint8Array; weights: Float64Array }

const STEPS = 250
const RATE = 0.05
const [B1, B2] = [0.9, 0.99]

function spreadOf({ inputs, width }: Examples): { mean: Float64Array; scale: Float64Array } {
  const rows = inputs.length / width
  const [mean, scale] = [new Float64Array(width), new Float64Array(width)]
  for (let r = 0; r < rows; r++) for (let k = 0; k < width; k++) mean[k]! += inputs[r * width + k]! / rows
  for (let r = 0; r < rows; r++)
    for (let k = 0; k < width; k++) scale[k]! += (inputs[r * width + k]! - mean[k]!) ** 2 / rows
  for (let k = 0; k < width; k++) scale[k] = scale[k]! > 1e-12 ? 1 / Math.sqrt(scale[k]!) : 0
  return { mean, scale }
}

/** Fits the regression to all rows at once, with an L2 penalty on all weights but the constants, by Adam (Kingma and Ba 2015). */
export function fitLogistic(examples: Examples, penalty: number): Logistic {
  const { inputs, width, labels, weights } = examples
  const { mean, scale } = spreadOf(examples)
  const rows = labels.length
  const wide = width + 1
  const x = new Float64Array(rows * wide)
  for (let r = 0; r < rows; r++) {
    for (let k = 0; k < width; k++) x[r * wide + k] = (inputs[r * width + k]! - mean[k]!) * scale[k]!
    x[r * wide + width] = 1
  }
  const all = weights.reduce((sum, w) => sum + w, 0)
  const size = 3 * wide
  const [w, m, v, g] = [
    new Float64Array(size),
    new Float64Array(size),
    new Float64Array(size),
    new Float64Array(size),
  ]
  const sums = new Float64Array(3)
  for (let step = 1; step <= STEPS; step++) {
    for (let k = 0; k < size; k++) g[k] = k % wide === width ? 0 : penalty * w[k]!
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < 3; c++) {
        let sum = 0
        for (let k = 0; k < wide; k++) sum += w[c * wide + k]! * x[r * wide + k]!
        sums[c] = sum
      }
      const top = Math.max(sums[0]!, sums[1]!, sums[2]!)
      let whole = 0
      for (let c = 0; c < 3; c++) whole += sums[c] = Math.exp(sums[c]! - top)
      for (let c = 0; c < 3; c++) {
        const error = ((sums[c]! / whole - (labels[r] === c ? 1 : 0)) * weights[r]!) / all
        for (let k = 0; k < wide; k++) g[c * wide + k]! += error * x[r * wide + k]!
      }
    }
    const rate = RATE * (step > STEPS * 0.7 ? 0.25 : 1)
    for (let k = 0; k < size; k++) {
      m[k] = B1 * m[k]! + (1 - B1) * g[k]!
      v[k] = B2 * v[k]! + (1 - B2) * g[k]! * g[k]!
      w[k]! -= (rate * (m[k]! / (1 - B1 ** step))) / (Math.sqrt(v[k]! / (1 - B2 ** step)) + 1e-8)
    }
  }
  return { mean, scale, weights: w }
}
