import type { Encoded } from '../../compare/attention/encode.ts'
import { addProduct, type Network, project, readNear, SHAPE } from '../../compare/attention/network.ts'
import { RELATIONS as R, table } from '../../compare/attention/relations.ts'
import { logits, type Space } from './space.ts'

/** The way forward through the network, keeping all that the way back needs. */

const { hidden: H, query: D, compare: K } = SHAPE
const mixedIn = new Float32Array(D)

/** Reads one statement. */
export function readSide(net: Network, encoded: Encoded, s: Space): void {
  const n = encoded.size
  s.near.fill(0, 0, n * H)
  readNear(net, encoded, s.near)
  s.query.fill(0, 0, n * D)
  s.own.fill(0, 0, n * K)
  s.other.fill(0, 0, n * K)
  project(net, s.near, n, s)
  s.dQuery.fill(0, 0, n * D)
  s.dOwn.fill(0, 0, n * K)
  s.dOther.fill(0, 0, n * K)
}

/** Compares each word of one side with what it heeds of the other; `turned` when this side is the second. */
export function compareSide(net: Network, s: Space, o: Space, n: number, m: number, turned: boolean): void {
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
