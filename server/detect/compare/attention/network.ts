import { type Section, section } from '../../lexicon/container.ts'
import { DIMENSIONS, norm, vectors } from '../../lexicon/lexicon.ts'
import type { Analysis } from '../../text/analysis.ts'
import { oncePer } from '../../text/once-per.ts'
import { FEATURE_COUNT } from '../features/all.ts'
import { type Encoded, encode, MARKS, MAX_WORDS } from './encode.ts'
import { fillRelations, RELATIONS, table } from './relations.ts'

/**
 * A decomposable attention network (Parikh et al. 2016) over vectors of words and their neighbours, which sees on its attention
 * how each two words are related in the lexicon, and in its last layer the features of the pair beside what it compared (wide and deep
 * learning, Cheng et al. 2016). Whichever statement comes first, it says exactly the same.
 */

/** Width of a word with its neighbours, of what attention compares, of what is compared of two words, and of the last layer. */
export const SHAPE = { word: DIMENSIONS + MARKS, hidden: 64, query: 16, compare: 32, last: 48 } as const
const { word: E, hidden: H, query: D, compare: K, last: G } = SHAPE
const R = RELATIONS

/** Length of each block of weights. */
export const BLOCKS = {
  near: 3 * E * H,
  nearBias: H,
  query: H * D,
  relation: R,
  none: 1,
  own: H * K,
  other: H * K,
  relationIn: R * K,
  product: D * K,
  noneIn: K,
  compareBias: K,
  last: 4 * K * G,
  featureMean: FEATURE_COUNT,
  featureScale: FEATURE_COUNT,
  wide: FEATURE_COUNT * G,
  lastBias: G,
  out: G * 4,
  outBias: 4,
} as const
export type Block = keyof typeof BLOCKS
export const BLOCK_NAMES = Object.keys(BLOCKS).filter((name): name is Block => name in BLOCKS)
export type Network = Record<Block, Float32Array>

/** What the network keeps of one statement. */
export type Side = { encoded: Encoded; query: Float32Array; own: Float32Array; other: Float32Array }

/** Writes the word vector of length one and the marks of word `i` into `out`. */
export function wordInto(encoded: Encoded, i: number, out: Float32Array): void {
  const id = encoded.vector[i]!
  if (id < 0) out.fill(0, 0, DIMENSIONS)
  else {
    const scale = 2 / norm(id)
    for (let d = 0; d < DIMENSIONS; d++) out[d] = vectors[id * DIMENSIONS + d]! * scale
  }
  for (let m = 0; m < MARKS; m++) out[DIMENSIONS + m] = (encoded.marks[i]! >> m) & 1
}

const word = new Float32Array(E)

/** out += value × row; `height` must be a multiple of four. */
function addRow(
  weights: Float32Array,
  row: number,
  value: number,
  out: Float32Array,
  to: number,
  height: number,
): void {
  for (let y = 0; y < height; y += 4) {
    out[to + y]! += value * weights[row + y]!
    out[to + y + 1]! += value * weights[row + y + 1]!
    out[to + y + 2]! += value * weights[row + y + 2]!
    out[to + y + 3]! += value * weights[row + y + 3]!
  }
}

/** out += weights (width × height, row by row) applied to `input`; zeros are passed over. `height` must be a multiple of four. */
export function addProduct(
  weights: Float32Array,
  from: number,
  input: Float32Array,
  at: number,
  width: number,
  out: Float32Array,
  to: number,
  height: number,
): void {
  for (let x = 0; x < width; x++) {
    const value = input[at + x]!
    if (value !== 0) addRow(weights, from + x * height, value, out, to, height)
  }
}

/** Words with their neighbours, rectified: `size` × hidden. */
export function readNear(net: Network, encoded: Encoded, out: Float32Array): void {
  const { size } = encoded
  for (let i = 0; i < size; i++) out.set(net.nearBias, i * H)
  for (let i = 0; i < size; i++) {
    wordInto(encoded, i, word)
    for (let step = -1; step <= 1; step++) {
      const place = i - step
      if (place >= 0 && place < size) addProduct(net.near, (step + 1) * E * H, word, 0, E, out, place * H, H)
    }
  }
  for (let x = 0; x < size * H; x++) if (out[x]! < 0) out[x] = 0
}

/** Adds what is asked, what a word says itself and what it says to the other side to `into`, from words with their neighbours. */
export function project(
  net: Network,
  near: Float32Array,
  size: number,
  into: Pick<Side, 'query' | 'own' | 'other'>,
): void {
  for (let i = 0; i < size; i++) {
    addProduct(net.query, 0, near, i * H, H, into.query, i * D, D)
    addProduct(net.own, 0, near, i * H, H, into.own, i * K, K)
    addProduct(net.other, 0, near, i * H, H, into.other, i * K, K)
  }
}

function readSide(net: Network, encoded: Encoded): Side {
  const { size } = encoded
  const near = new Float32Array(size * H)
  readNear(net, encoded, near)
  const side = {
    encoded,
    query: new Float32Array(size * D),
    own: new Float32Array(size * K),
    other: new Float32Array(size * K),
  }
  project(net, near, size, side)
  return side
}

export const SCALE = 1 / Math.sqrt(D)
const logits = new Float32Array(MAX_WORDS * MAX_WORDS)
const heeded = new Float32Array(MAX_WORDS)
const seen = new Float32Array(R)
const mixed = new Float32Array(D)
const compared = new Float32Array(K)

/** Fills `out` (n × m) with what attention is drawn from, for the n words that ask `left` and the m that ask `right`. */
export function fillLogits(
  net: Network,
  left: Float32Array,
  right: Float32Array,
  [n, m]: readonly [number, number],
  out: Float32Array,
): void {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      let sum = 0
      for (let d = 0; d < D; d++) sum += left[i * D + d]! * right[j * D + d]!
      sum *= SCALE
      const at = (i * m + j) * R
      for (let r = 0; r < R; r++) sum += net.relation[r]! * table[at + r]!
      out[i * m + j] = sum
    }
}

/** Compares each word of one side with what it heeds of the other; adds the sum and the maximum per place to `out` (2 × compare). */
function compareSide(net: Network, a: Side, b: Side, turned: boolean, out: Float32Array): void {
  const [n, m] = [a.encoded.size, b.encoded.size]
  out.fill(0)
  for (let i = 0; i < n; i++) {
    let top = net.none[0]!
    for (let j = 0; j < m; j++) top = Math.max(top, logits[turned ? j * n + i : i * m + j]!)
    let all = Math.exp(net.none[0]! - top)
    const none = all
    for (let j = 0; j < m; j++) {
      heeded[j] = Math.exp(logits[turned ? j * n + i : i * m + j]! - top)
      all += heeded[j]!
    }
    seen.fill(0)
    mixed.fill(0)
    for (let y = 0; y < K; y++)
      compared[y] = net.compareBias[y]! + a.own[i * K + y]! + (none / all) * net.noneIn[y]!
    for (let j = 0; j < m; j++) {
      const share = heeded[j]! / all
      if (share < 0.004) continue
      const at = (turned ? j * n + i : i * m + j) * R
      addRow(table, at, share, seen, 0, R)
      addRow(b.query, j * D, share, mixed, 0, D)
      addRow(b.other, j * K, share, compared, 0, K)
    }
    for (let d = 0; d < D; d++) mixed[d]! *= a.query[i * D + d]!
    addProduct(net.relationIn, 0, seen, 0, R, compared, 0, K)
    addProduct(net.product, 0, mixed, 0, D, compared, 0, K)
    for (let y = 0; y < K; y++) {
      const value = compared[y]!
      if (value <= 0) continue
      out[y]! += value
      if (value > out[K + y]!) out[K + y] = value
    }
  }
  const scale = 1 / Math.sqrt(n)
  for (let y = 0; y < K; y++) out[y]! *= scale
}

const fromA = new Float32Array(2 * K)
const fromB = new Float32Array(2 * K)
const whole = new Float32Array(4 * K)
const lastLayer = new Float32Array(G)
const result = new Float32Array(4)

const wide = new Float32Array(FEATURE_COUNT)
const FAR = 4

/** Writes the features in units of their spread into `out`, none farther than FAR from their mean. */
export function scaleFeatures(net: Network, features: Float32Array, out: Float32Array): void {
  for (let f = 0; f < FEATURE_COUNT; f++) {
    const value = (features[f]! - net.featureMean[f]!) * net.featureScale[f]!
    out[f] = Math.max(-FAR, Math.min(FAR, value))
  }
}

/** What the last layer of a network that is trained no more holds of a pair whose features are all 0, and those features in units of their spread. */
type Still = { layer: Float32Array; scaled: Float32Array }

const stillOf = oncePer((net: Network): Still => {
  const [layer, scaled] = [Float32Array.from(net.lastBias), new Float32Array(FEATURE_COUNT)]
  scaleFeatures(net, new Float32Array(FEATURE_COUNT), scaled)
  addProduct(net.wide, 0, scaled, 0, FEATURE_COUNT, layer, 0, G)
  return { layer, scaled }
})

/** Sets the last layer to what the features say. Most of them are 0 in most pairs: only what the others move is added. */
function layFeatures(net: Network, features: Float32Array): void {
  const { layer, scaled } = stillOf(net)
  scaleFeatures(net, features, wide)
  for (let f = 0; f < FEATURE_COUNT; f++) wide[f] = wide[f]! - scaled[f]!
  lastLayer.set(layer)
  addProduct(net.wide, 0, wide, 0, FEATURE_COUNT, lastLayer, 0, G)
}

const sides = new WeakMap<Analysis, Side>()

function sideOf(net: Network, analysis: Analysis): Side {
  let side = sides.get(analysis)
  if (side === undefined) {
    side = readSide(net, encode(analysis))
    sides.set(analysis, side)
  }
  return side
}

/** Writes the log-odds of contradiction, entailment and neutral into `out`; zeros when a statement has no word. */
export function attend(
  net: Network,
  first: Analysis,
  second: Analysis,
  features: Float32Array,
  out: Float64Array,
): void {
  out.fill(0, 0, 3)
  const [a, b] = [sideOf(net, first), sideOf(net, second)]
  if (a.encoded.size === 0 || b.encoded.size === 0) return
  fillRelations(a.encoded, b.encoded)
  fillLogits(net, a.query, b.query, [a.encoded.size, b.encoded.size], logits)
  compareSide(net, a, b, false, fromA)
  compareSide(net, b, a, true, fromB)
  for (let y = 0; y < 2 * K; y++) {
    whole[y] = fromA[y]! + fromB[y]!
    whole[2 * K + y] = Math.abs(fromA[y]! - fromB[y]!)
  }
  layFeatures(net, features)
  addProduct(net.last, 0, whole, 0, 4 * K, lastLayer, 0, G)
  for (let g = 0; g < G; g++) if (lastLayer[g]! < 0) lastLayer[g] = 0
  result.set(net.outBias)
  addProduct(net.out, 0, lastLayer, 0, G, result, 0, 4)
  for (let c = 0; c < 3; c++) out[c] = result[c]!
}

/** The network as sections of a file. */
export function networkSections(net: Network): Record<string, Section> {
  return Object.fromEntries(BLOCK_NAMES.map(name => [`attention.${name}`, net[name]]))
}

/** The network that `networkSections` stored; throws when a block is missing or has another length. */
export function readNetwork(sections: Map<string, Section>): Network {
  const read = (name: Block): Float32Array => {
    const block = section(sections, `attention.${name}`, Float32Array)
    if (block.length !== BLOCKS[name]) throw new Error(`the file's attention.${name} has another shape`)
    return block
  }
  return {
    near: read('near'),
    nearBias: read('nearBias'),
    query: read('query'),
    relation: read('relation'),
    none: read('none'),
    own: read('own'),
    other: read('other'),
    relationIn: read('relationIn'),
    product: read('product'),
    noneIn: read('noneIn'),
    compareBias: read('compareBias'),
    last: read('last'),
    featureMean: read('featureMean'),
    featureScale: read('featureScale'),
    wide: read('wide'),
    lastBias: read('lastBias'),
    out: read('out'),
    outBias: read('outBias'),
  }
}
