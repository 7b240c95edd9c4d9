import { LEAF } from '../compare/forest.ts'
import type { Binned } from './bins.ts'

export type TreeSettings = { depth: number; leastWeight: number; lambda: number; leastGain: number }
export type Nodes = { feature: number[]; threshold: number[]; left: number[]; value: number[] }

type Open = {
  node: number
  from: number
  to: number
  depth: number
  gradient: number
  hessian: number
  histogram: Float64Array | null
}
type Split = { feature: number; bin: number; gain: number; gradient: number; hessian: number }

const BINS = 64

/** Sums of gradient and hessian per feature and bin over some rows. */
function count(
  binned: Binned,
  features: Int32Array,
  rows: Int32Array,
  from: number,
  to: number,
  g: Float64Array,
  h: Float64Array,
): Float64Array {
  const histogram = new Float64Array(features.length * BINS * 2)
  for (let k = 0; k < features.length; k++) {
    const column = binned.columns[features[k]!]!
    const base = k * BINS * 2
    for (let r = from; r < to; r++) {
      const row = rows[r]!
      const at = base + column[row]! * 2
      histogram[at]! += g[row]!
      histogram[at + 1]! += h[row]!
    }
  }
  return histogram
}

function bestSplit(
  histogram: Float64Array,
  features: Int32Array,
  open: Open,
  settings: TreeSettings,
): Split | null {
  let best: Split | null = null
  const whole = open.gradient ** 2 / (open.hessian + settings.lambda)
  for (let k = 0; k < features.length; k++) {
    let [g, h] = [0, 0]
    for (let bin = 0; bin < BINS - 1; bin++) {
      const at = (k * BINS + bin) * 2
      g += histogram[at]!
      h += histogram[at + 1]!
      if (h < settings.leastWeight) continue
      const rest = open.hessian - h
      if (rest < settings.leastWeight) break
      const gain =
        g ** 2 / (h + settings.lambda) + (open.gradient - g) ** 2 / (rest + settings.lambda) - whole
      if (gain > settings.leastGain && (best === null || gain > best.gain))
        best = { feature: k, bin, gain, gradient: g, hessian: h }
    }
  }
  return best
}

function partition(rows: Int32Array, from: number, to: number, column: Uint8Array, bin: number): number {
  const right: number[] = []
  let at = from
  for (let r = from; r < to; r++) {
    const row = rows[r]!
    if (column[row]! <= bin) rows[at++] = row
    else right.push(row)
  }
  rows.set(right, at)
  return at
}

/**
 * Grows one regression tree on gradients and hessians, level by level, over histograms (Friedman 2001; Chen and Guestrin 2016, section 3).
 * Appends its nodes to `nodes` and returns the index of its root. `rows` is reordered.
 */
export function growTree(
  binned: Binned,
  features: Int32Array,
  rows: Int32Array,
  g: Float64Array,
  h: Float64Array,
  rate: number,
  settings: TreeSettings,
  nodes: Nodes,
): number {
  const add = (value: number): number => {
    nodes.feature.push(LEAF)
    nodes.threshold.push(0)
    nodes.left.push(0)
    nodes.value.push(value)
    return nodes.feature.length - 1
  }
  let [gradient, hessian] = [0, 0]
  for (const row of rows) {
    gradient += g[row]!
    hessian += h[row]!
  }
  const leaf = (sumG: number, sumH: number) => (-sumG / (sumH + settings.lambda)) * rate
  const root = add(leaf(gradient, hessian))
  const queue: Open[] = [
    { node: root, from: 0, to: rows.length, depth: 0, gradient, hessian, histogram: null },
  ]
  for (let open = queue.shift(); open !== undefined; open = queue.shift()) {
    if (open.depth >= settings.depth || open.hessian < 2 * settings.leastWeight) continue
    const histogram = open.histogram ?? count(binned, features, rows, open.from, open.to, g, h)
    const split = bestSplit(histogram, features, open, settings)
    if (split === null) continue
    const feature = features[split.feature]!
    const middle = partition(rows, open.from, open.to, binned.columns[feature]!, split.bin)
    const rest = { gradient: open.gradient - split.gradient, hessian: open.hessian - split.hessian }
    const left = add(leaf(split.gradient, split.hessian))
    const right = add(leaf(rest.gradient, rest.hessian))
    nodes.feature[open.node] = feature
    nodes.threshold[open.node] = binned.edges[feature]![split.bin]!
    nodes.left[open.node] = left
    const deeper = open.depth + 1 < settings.depth
    let histogramL: Float64Array | null = null
    let histogramR: Float64Array | null = null
    if (deeper) {
      const small = middle - open.from <= open.to - middle
      const counted = small
        ? count(binned, features, rows, open.from, middle, g, h)
        : count(binned, features, rows, middle, open.to, g, h)
      for (let k = 0; k < histogram.length; k++) histogram[k]! -= counted[k]!
      ;[histogramL, histogramR] = small ? [counted, histogram] : [histogram, counted]
    }
    queue.push(
      {
        node: left,
        from: open.from,
        to: middle,
        depth: open.depth + 1,
        gradient: split.gradient,
        hessian: split.hessian,
        histogram: histogramL,
      },
      { node: right, from: middle, to: open.to, depth: open.depth + 1, ...rest, histogram: histogramR },
    )
  }
  return root
}
