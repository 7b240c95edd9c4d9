import { type Encoded, MAX_WORDS } from '../../compare/attention/encode.ts'
import {
  addProduct,
  BLOCK_NAMES,
  BLOCKS,
  type Network,
  readNear,
  SHAPE,
  wordInto,
} from '../../compare/attention/network.ts'
import { fillRelations, RELATIONS as R, table } from '../../compare/attention/relations.ts'

/** One step of learning: the loss of a pair and what it asks each weight to become (backpropagation, Rumelhart et al. 1986). */

const { word: E, hidden: H, query: D, compare: K, last: G } = SHAPE
const SCALE = 1 / Math.sqrt(D)

const block = (name: keyof typeof BLOCKS) => new Float32Array(BLOCKS[name])

/** A network of zeros: room for weights or for their slopes. */
export function emptyNetwork(): Network {
  return {
    near: block('near'),
    nearBias: block('nearBias'),
    query: block('query'),
    relation: block('relation'),
    none: block('none'),
    own: block('own'),
    other: block('other'),
    relationIn: block('relationIn'),
    product: block('product'),
    noneIn: block('noneIn'),
    compareBias: block('compareBias'),
    last: block('last'),
    lastBias: block('lastBias'),
    out: block('out'),
    outBias: block('outBias'),
  }
}

/** Sets every block to zero. */
export function clear(net: Network): void {
  for (const name of BLOCK_NAMES) net[name].fill(0)
}

/** Working space for one side of a pair; `d…` is the slope of the loss in each. */
type Space = Record<
  'near' | 'query' | 'own' | 'other' | 'dNear' | 'dQuery' | 'dOwn' | 'dOther',
  Float32Array
> & {
  /** Per word: shares of the other side's words, of none, relations seen, what is mixed in, what is compared. */
  share: Float32Array
  none: Float32Array
  seen: Float32Array
  mixed: Float32Array
  compared: Float32Array
  from: Float32Array
  dFrom: Float32Array
  top: Int16Array
}

const perWord = (width: number) => new Float32Array(MAX_WORDS * width)

function makeSpace(): Space {
  return {
    near: perWord(H),
    query: perWord(D),
    own: perWord(K),
    other: perWord(K),
    dNear: perWord(H),
    dQuery: perWord(D),
    dOwn: perWord(K),
    dOther: perWord(K),
    share: perWord(MAX_WORDS),
    none: perWord(1),
    seen: perWord(R),
    mixed: perWord(D),
    compared: perWord(K),
    from: new Float32Array(2 * K),
    dFrom: new Float32Array(2 * K),
    top: new Int16Array(K),
  }
}

const [left, right] = [makeSpace(), makeSpace()]
const logits = new Float32Array(MAX_WORDS * MAX_WORDS)
const dLogits = new Float32Array(MAX_WORDS * MAX_WORDS)
const mixedIn = new Float32Array(D)
const dSeen = new Float32Array(R)
const dMixed = new Float32Array(D)
const dShare = new Float32Array(MAX_WORDS)
const whole = new Float32Array(4 * K)
const dWhole = new Float32Array(4 * K)
const last = new Float32Array(G)
const dLast = new Float32Array(G)
const out = new Float32Array(4)
const word = new Float32Array(E)

function readSide(net: Network, encoded: Encoded, s: Space): void {
  const n = encoded.size
  s.near.fill(0, 0, n * H)
  readNear(net, encoded, s.near)
  s.query.fill(0, 0, n * D)
  s.own.fill(0, 0, n * K)
  s.other.fill(0, 0, n * K)
  for (let i = 0; i < n; i++) {
    addProduct(net.query, 0, s.near, i * H, H, s.query, i * D, D)
    addProduct(net.own, 0, s.near, i * H, H, s.own, i * K, K)
    addProduct(net.other, 0, s.near, i * H, H, s.other, i * K, K)
  }
  s.dQuery.fill(0, 0, n * D)
  s.dOwn.fill(0, 0, n * K)
  s.dOther.fill(0, 0, n * K)
}

function fillLogits(net: Network, n: number, m: number): void {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      let sum = 0
      for (let d = 0; d < D; d++) sum += left.query[i * D + d]! * right.query[j * D + d]!
      sum *= SCALE
      const at = (i * m + j) * R
      for (let r = 0; r < R; r++) sum += net.relation[r]! * table[at + r]!
      logits[i * m + j] = sum
    }
}

function compareSide(net: Network, s: Space, o: Space, n: number, m: number, turned: boolean): void {
  s.from.fill(0)
  s.top.fill(-1)
  for (let i = 0; i < n; i++) {
    let top = net.none[0]!
    for (let j = 0; j < m; j++) top = Math.max(top, logits[turned ? j * n + i : i * m + j]!)
    let all = Math.exp(net.none[0]! - top)
    const none = all
    for (let j = 0; j < m; j++) {
      const e = Math.exp(logits[turned ? j * n + i : i * m + j]! - top)
      s.share[i * m + j] = e
      all += e
    }
    s.none[i] = none / all
    s.seen.fill(0, i * R, i * R + R)
    s.mixed.fill(0, i * D, i * D + D)
    const k = i * K
    for (let y = 0; y < K; y++)
      s.compared[k + y] = net.compareBias[y]! + s.own[k + y]! + s.none[i]! * net.noneIn[y]!
    for (let j = 0; j < m; j++) {
      const share = s.share[i * m + j]! / all
      s.share[i * m + j] = share
      if (share < 0.004) continue
      const at = (turned ? j * n + i : i * m + j) * R
      for (let r = 0; r < R; r++) s.seen[i * R + r]! += share * table[at + r]!
      for (let d = 0; d < D; d++) s.mixed[i * D + d]! += share * o.query[j * D + d]!
      for (let y = 0; y < K; y++) s.compared[k + y]! += share * o.other[j * K + y]!
    }
    for (let d = 0; d < D; d++) mixedIn[d] = s.mixed[i * D + d]! * s.query[i * D + d]!
    addProduct(net.relationIn, 0, s.seen, i * R, R, s.compared, k, K)
    addProduct(net.product, 0, mixedIn, 0, D, s.compared, k, K)
    for (let y = 0; y < K; y++) {
      const value = s.compared[k + y]!
      if (value <= 0) continue
      s.from[y]! += value
      if (value > s.from[K + y]!) {
        s.from[K + y] = value
        s.top[y] = i
      }
    }
  }
  const scale = 1 / Math.sqrt(n)
  for (let y = 0; y < K; y++) s.from[y]! *= scale
}

/** Sum over the rows of `weights` of row · slope, written into `out`; adds input × slope to `grad`. */
function backProduct(
  weights: Float32Array,
  grad: Float32Array,
  input: Float32Array,
  at: number,
  width: number,
  slope: Float32Array,
  from: number,
  height: number,
  back: Float32Array,
  to: number,
): void {
  for (let x = 0; x < width; x++) {
    const value = input[at + x]!
    const row = x * height
    let sum = 0
    for (let y = 0; y < height; y += 4) {
      const [s, t, u, v] = [
        slope[from + y]!,
        slope[from + y + 1]!,
        slope[from + y + 2]!,
        slope[from + y + 3]!,
      ]
      const k = row + y
      sum += weights[k]! * s + weights[k + 1]! * t + weights[k + 2]! * u + weights[k + 3]! * v
      grad[k]! += value * s
      grad[k + 1]! += value * t
      grad[k + 2]! += value * u
      grad[k + 3]! += value * v
    }
    back[to + x]! += sum
  }
}

function backCompare(
  net: Network,
  grad: Network,
  s: Space,
  o: Space,
  n: number,
  m: number,
  turned: boolean,
): void {
  const scale = 1 / Math.sqrt(n)
  for (let i = 0; i < n; i++) {
    const k = i * K
    let any = false
    for (let y = 0; y < K; y++) {
      let slope = 0
      if (s.compared[k + y]! > 0) {
        slope = s.dFrom[y]! * scale + (s.top[y] === i ? s.dFrom[K + y]! : 0)
        any = true
      }
      s.dOwn[k + y] = slope
    }
    if (!any) continue
    let dNone = 0
    for (let y = 0; y < K; y++) {
      const slope = s.dOwn[k + y]!
      grad.compareBias[y]! += slope
      grad.noneIn[y]! += s.none[i]! * slope
      dNone += net.noneIn[y]! * slope
    }
    dSeen.fill(0)
    dMixed.fill(0)
    backProduct(net.relationIn, grad.relationIn, s.seen, i * R, R, s.dOwn, k, K, dSeen, 0)
    for (let d = 0; d < D; d++) mixedIn[d] = s.mixed[i * D + d]! * s.query[i * D + d]!
    backProduct(net.product, grad.product, mixedIn, 0, D, s.dOwn, k, K, dMixed, 0)
    for (let d = 0; d < D; d++) {
      s.dQuery[i * D + d]! += dMixed[d]! * s.mixed[i * D + d]!
      dMixed[d]! *= s.query[i * D + d]!
    }
    let mean = s.none[i]! * dNone
    for (let j = 0; j < m; j++) {
      const share = s.share[i * m + j]!
      dShare[j] = 0
      if (share < 0.004) continue
      const at = (turned ? j * n + i : i * m + j) * R
      let slope = 0
      for (let r = 0; r < R; r++) slope += dSeen[r]! * table[at + r]!
      for (let d = 0; d < D; d++) {
        slope += dMixed[d]! * o.query[j * D + d]!
        o.dQuery[j * D + d]! += share * dMixed[d]!
      }
      for (let y = 0; y < K; y++) {
        slope += o.other[j * K + y]! * s.dOwn[k + y]!
        o.dOther[j * K + y]! += share * s.dOwn[k + y]!
      }
      dShare[j] = slope
      mean += share * slope
    }
    grad.none[0]! += s.none[i]! * (dNone - mean)
    for (let j = 0; j < m; j++)
      dLogits[turned ? j * n + i : i * m + j]! += s.share[i * m + j]! * (dShare[j]! - mean)
  }
}

function backLogits(grad: Network, n: number, m: number): void {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      const slope = dLogits[i * m + j]!
      if (slope === 0) continue
      const at = (i * m + j) * R
      for (let r = 0; r < R; r++) grad.relation[r]! += slope * table[at + r]!
      const scaled = slope * SCALE
      for (let d = 0; d < D; d++) {
        left.dQuery[i * D + d]! += scaled * right.query[j * D + d]!
        right.dQuery[j * D + d]! += scaled * left.query[i * D + d]!
      }
    }
}

function backSide(net: Network, grad: Network, encoded: Encoded, s: Space): void {
  const n = encoded.size
  s.dNear.fill(0, 0, n * H)
  for (let i = 0; i < n; i++) {
    backProduct(net.query, grad.query, s.near, i * H, H, s.dQuery, i * D, D, s.dNear, i * H)
    backProduct(net.own, grad.own, s.near, i * H, H, s.dOwn, i * K, K, s.dNear, i * H)
    backProduct(net.other, grad.other, s.near, i * H, H, s.dOther, i * K, K, s.dNear, i * H)
  }
  for (let x = 0; x < n * H; x++) if (s.near[x]! <= 0) s.dNear[x] = 0
  for (let i = 0; i < n; i++) {
    for (let y = 0; y < H; y++) grad.nearBias[y]! += s.dNear[i * H + y]!
    wordInto(encoded, i, word)
    for (let step = -1; step <= 1; step++) {
      const place = i - step
      if (place < 0 || place >= n) continue
      for (let x = 0; x < E; x++) {
        const value = word[x]!
        if (value === 0) continue
        const row = ((step + 1) * E + x) * H
        const from = place * H
        for (let y = 0; y < H; y += 4) {
          grad.near[row + y]! += value * s.dNear[from + y]!
          grad.near[row + y + 1]! += value * s.dNear[from + y + 1]!
          grad.near[row + y + 2]! += value * s.dNear[from + y + 2]!
          grad.near[row + y + 3]! += value * s.dNear[from + y + 3]!
        }
      }
    }
  }
}

/** Adds the slope of the loss (cross entropy times `weight`) of one pair to `grad`; returns the loss. Both sides must have words. */
export function learn(
  net: Network,
  grad: Network,
  a: Encoded,
  b: Encoded,
  label: number,
  weight: number,
): number {
  const [n, m] = [a.size, b.size]
  readSide(net, a, left)
  readSide(net, b, right)
  fillRelations(a, b)
  fillLogits(net, n, m)
  compareSide(net, left, right, n, m, false)
  compareSide(net, right, left, m, n, true)
  for (let y = 0; y < 2 * K; y++) {
    whole[y] = left.from[y]! + right.from[y]!
    whole[2 * K + y] = Math.abs(left.from[y]! - right.from[y]!)
  }
  last.set(net.lastBias)
  addProduct(net.last, 0, whole, 0, 4 * K, last, 0, G)
  for (let g = 0; g < G; g++) if (last[g]! < 0) last[g] = 0
  out.set(net.outBias)
  addProduct(net.out, 0, last, 0, G, out, 0, 4)

  const top = Math.max(out[0]!, out[1]!, out[2]!)
  const all = Math.exp(out[0]! - top) + Math.exp(out[1]! - top) + Math.exp(out[2]! - top)
  const loss = -(out[label]! - top - Math.log(all)) * weight
  for (let c = 0; c < 3; c++) {
    out[c] = (Math.exp(out[c]! - top) / all - (c === label ? 1 : 0)) * weight
    grad.outBias[c]! += out[c]!
  }
  out[3] = 0
  dLast.fill(0)
  backProduct(net.out, grad.out, last, 0, G, out, 0, 4, dLast, 0)
  for (let g = 0; g < G; g++) {
    if (last[g]! <= 0) dLast[g] = 0
    grad.lastBias[g]! += dLast[g]!
  }
  dWhole.fill(0)
  backProduct(net.last, grad.last, whole, 0, 4 * K, dLast, 0, G, dWhole, 0)
  for (let y = 0; y < 2 * K; y++) {
    const turn = left.from[y]! > right.from[y]! ? 1 : left.from[y]! < right.from[y]! ? -1 : 0
    left.dFrom[y] = dWhole[y]! + turn * dWhole[2 * K + y]!
    right.dFrom[y] = dWhole[y]! - turn * dWhole[2 * K + y]!
  }
  dLogits.fill(0, 0, n * m)
  backCompare(net, grad, left, right, n, m, false)
  backCompare(net, grad, right, left, m, n, true)
  backLogits(grad, n, m)
  backSide(net, grad, a, left)
  backSide(net, grad, b, right)
  return loss
}
