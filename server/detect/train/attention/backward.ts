import { type Encoded, MAX_WORDS } from '../../compare/attention/encode.ts'
import { type Network, SCALE, SHAPE, wordInto } from '../../compare/attention/network.ts'
import { RELATIONS as R, table } from '../../compare/attention/relations.ts'
import { dLogits, type Space } from './space.ts'

/** The way back through the network: what the loss asks each weight to become (backpropagation, Rumelhart et al. 1986). */

const { word: E, hidden: H, query: D, compare: K } = SHAPE
const mixedIn = new Float32Array(D)
const dSeen = new Float32Array(R)
const dMixed = new Float32Array(D)
const dShare = new Float32Array(MAX_WORDS)
const word = new Float32Array(E)

/** Sum over the rows of `weights` of row · slope, written into `out`; adds input × slope to `grad`. */
export function backProduct(
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

/** Back through the comparison of one side's words. */
export function backCompare(
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

/** Back through the attention. */
export function backLogits(grad: Network, left: Space, right: Space, n: number, m: number): void {
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

/** Back through the reading of one statement. */
export function backSide(net: Network, grad: Network, encoded: Encoded, s: Space): void {
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
