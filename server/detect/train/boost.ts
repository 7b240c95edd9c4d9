import type { Forest } from '../compare/forest.ts'
import { binMatrix } from './bins.ts'
import { growTree, type Nodes, type TreeSettings } from './grow-tree.ts'
import { seeded } from './random.ts'

export type BoostSettings = TreeSettings & {
  rounds: number
  rate: number
  rowShare: number
  featureShare: number
  seed: number
}

/** `chosen` of the numbers below `all`, in order. */
function sample(all: number, share: number, random: () => number): Int32Array {
  const chosen: number[] = []
  for (let i = 0; i < all; i++) if (random() < share) chosen.push(i)
  return Int32Array.from(chosen.length > 0 ? chosen : [0])
}

/**
 * Trains boosted trees for the softmax loss of `classes` classes: each round one tree per class on a sample of rows and features
 * (stochastic gradient boosting, Friedman 2002). The same input and seed give the same forest.
 */
export function boost(
  matrix: Float32Array,
  width: number,
  labels: Uint8Array,
  weights: Float32Array,
  classes: number,
  settings: BoostSettings,
): Forest {
  const binned = binMatrix(matrix, width)
  const random = seeded(settings.seed)
  const rows = labels.length
  const scores = new Float64Array(rows * classes)
  const [g, h] = [new Float64Array(rows), new Float64Array(rows)]
  const nodes: Nodes = { feature: [], threshold: [], left: [], value: [] }
  const roots: number[] = []
  const shares = new Float64Array(rows * classes)
  for (let round = 0; round < settings.rounds; round++) {
    for (let r = 0; r < rows; r++) softmaxInto(scores, shares, r * classes, classes)
    const chosen = sample(rows, settings.rowShare, random)
    for (let c = 0; c < classes; c++) {
      for (let r = 0; r < rows; r++) {
        const p = shares[r * classes + c]!
        g[r] = (p - (labels[r] === c ? 1 : 0)) * weights[r]!
        h[r] = Math.max(1e-6, p * (1 - p)) * weights[r]!
      }
      const root = growTree(
        binned,
        sample(width, settings.featureShare, random),
        chosen.slice(),
        g,
        h,
        settings.rate,
        settings,
        nodes,
      )
      roots.push(root)
      for (let r = 0; r < rows; r++) {
        let node = root
        while (nodes.feature[node] !== 255) {
          const f = nodes.feature[node]!
          node = nodes.left[node]! + (matrix[r * width + f]! <= Math.fround(nodes.threshold[node]!) ? 0 : 1)
        }
        scores[r * classes + c]! += Math.fround(nodes.value[node]!)
      }
    }
  }
  return {
    classes,
    roots: Int32Array.from(roots),
    feature: Uint8Array.from(nodes.feature),
    threshold: Float32Array.from(nodes.threshold),
    left: Int32Array.from(nodes.left),
    value: Float32Array.from(nodes.value),
  }
}

function softmaxInto(scores: Float64Array, out: Float64Array, at: number, classes: number): void {
  let top = -Infinity
  for (let c = 0; c < classes; c++) top = Math.max(top, scores[at + c]!)
  let sum = 0
  for (let c = 0; c < classes; c++) sum += Math.exp(scores[at + c]! - top)
  for (let c = 0; c < classes; c++) out[at + c] = Math.exp(scores[at + c]! - top) / sum
}
