import { analyse } from '../../analyse.ts'
import { type Encoded, encode } from '../../compare/attention/encode.ts'
import { BLOCK_NAMES, type Network, SHAPE } from '../../compare/attention/network.ts'
import { LABELS } from '../../eval/read-pairs.ts'
import { featuresAt, type Matrix } from '../matrix.ts'
import { seeded } from '../random.ts'
import type { Row } from '../rows.ts'
import { learn } from './gradients.ts'
import { clear, emptyNetwork } from './space.ts'

export type AttentionSettings = { epochs: number; batch: number; rate: number; decay: number; seed: number }

const { hidden: H, query: D, compare: K, last: G } = SHAPE

/** Uniform first weights whose spread keeps the size of what flows through (Glorot and Bengio 2010). */
function firstWeights(random: () => number): Network {
  const net = emptyNetwork()
  const spread = (block: Float32Array, width: number) => {
    for (let x = 0; x < block.length; x++) block[x] = (random() * 2 - 1) * Math.sqrt(3 / width)
  }
  spread(net.near, 24)
  spread(net.query, H)
  spread(net.own, 2 * H)
  spread(net.other, 2 * H)
  spread(net.relationIn, 4)
  spread(net.product, D)
  spread(net.last, 4 * K)
  spread(net.wide, 4 * net.featureMean.length)
  spread(net.out, G)
  net.relation.set([4, 2.5, 2, 2, 1, 1, 1, 1.5, 2, 1.5, 0, 0])
  net.none[0] = 1
  return net
}

const [B1, B2] = [0.9, 0.999]

/** One step of Adam (Kingma and Ba 2015) over all blocks. */
function step(net: Network, grad: Network, mean: Network, square: Network, rate: number, t: number): void {
  const [c1, c2] = [1 - B1 ** t, 1 - B2 ** t]
  for (const name of BLOCK_NAMES) {
    const [w, g, m, v] = [net[name], grad[name], mean[name], square[name]]
    for (let x = 0; x < w.length; x++) {
      m[x] = B1 * m[x]! + (1 - B1) * g[x]!
      v[x] = B2 * v[x]! + (1 - B2) * g[x]! * g[x]!
      w[x]! -= (rate * (m[x]! / c1)) / (Math.sqrt(v[x]! / c2) + 1e-8)
    }
  }
}

export type EncodedRow = { a: Encoded; b: Encoded; features: Float32Array; label: number; weight: number }

/** The rows as the network reads them, each statement once; rows without words are left out. */
export function encodeRows(
  rows: readonly Row[],
  matrix: Matrix,
  weightOf: (row: Row) => number,
): EncodedRow[] {
  const read = new Map<string, Encoded>()
  const encoded = (text: string): Encoded => {
    const known = read.get(text)
    if (known !== undefined) return known
    const made = encode(analyse(text))
    read.set(text, made)
    return made
  }
  return rows
    .map((row, r) => ({
      a: encoded(row.a),
      b: encoded(row.b),
      features: featuresAt(matrix, r),
      label: LABELS.indexOf(row.label),
      weight: weightOf(row),
    }))
    .filter(row => row.a.size > 0 && row.b.size > 0 && row.weight > 0)
}

/** A network that has learnt nothing yet; it takes the features in units of their spread over the rows. */
export function newNetwork(rows: readonly EncodedRow[], seed: number): Network {
  const net = firstWeights(seeded(seed))
  const { featureMean: mean, featureScale: scale } = net
  const [sums, squares] = [new Float64Array(mean.length), new Float64Array(mean.length)]
  for (const { features } of rows)
    for (const [f, value] of features.entries()) {
      sums[f]! += value
      squares[f]! += value * value
    }
  for (let f = 0; f < mean.length; f++) {
    mean[f] = sums[f]! / rows.length
    const variance = squares[f]! / rows.length - mean[f]! ** 2
    scale[f] = variance > 1e-9 ? 1 / Math.sqrt(variance) : 0
  }
  return net
}

/** A copy that can learn on its own. */
export function copyNetwork(net: Network): Network {
  const copy = emptyNetwork()
  for (const name of BLOCK_NAMES) copy[name].set(net[name])
  return copy
}

/** Trains the network further on the rows, in an order drawn from the seed. The same start, rows and settings give the same weights. */
export function trainAttention(
  net: Network,
  rows: readonly EncodedRow[],
  settings: AttentionSettings,
  say: (text: string) => void,
): void {
  const random = seeded(settings.seed)
  const [grad, mean, square] = [emptyNetwork(), emptyNetwork(), emptyNetwork()]
  const order = Uint32Array.from(rows, (_, r) => r)
  const steps = Math.ceil(rows.length / settings.batch) * settings.epochs
  let t = 0
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    let [loss, weight] = [0, 0]
    for (let from = 0; from < order.length; from += settings.batch) {
      clear(grad)
      const to = Math.min(order.length, from + settings.batch)
      for (let i = from; i < to; i++) {
        const row = rows[order[i]!]!
        loss += learn(net, grad, row.a, row.b, row.features, row.label, row.weight / settings.batch)
        weight += row.weight / settings.batch
      }
      t++
      const rate = settings.rate * Math.min(1, t / 300) * (1 - (1 - settings.decay) * (t / steps))
      step(net, grad, mean, square, rate, t)
    }
    say(`attention, pass ${epoch + 1}: loss ${(loss / weight).toFixed(4)}`)
  }
}
