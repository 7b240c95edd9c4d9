import type { Encoded } from '../../compare/attention/encode.ts'
import {
  addProduct,
  fillLogits,
  type Network,
  SHAPE,
  scaleFeatures,
} from '../../compare/attention/network.ts'
import { fillRelations } from '../../compare/attention/relations.ts'
import { FEATURE_COUNT } from '../../compare/features/all.ts'
import { backCompare, backLogits, backProduct, backSide } from './backward.ts'
import { compareSide, readSide } from './forward.ts'
import { dLogits, logits, makeSpace } from './space.ts'

/** One step of learning: the loss of a pair and what it asks each weight to become. */

const { compare: K, last: G } = SHAPE

const [left, right] = [makeSpace(), makeSpace()]
const whole = new Float32Array(4 * K)
const dWhole = new Float32Array(4 * K)
const wide = new Float32Array(FEATURE_COUNT)
const last = new Float32Array(G)
const dLast = new Float32Array(G)
const out = new Float32Array(4)

/** Adds the slope of the loss (cross entropy times `weight`) of one pair to `grad`; returns the loss. Both sides must have words. */
export function learn(
  net: Network,
  grad: Network,
  a: Encoded,
  b: Encoded,
  features: Float32Array,
  label: number,
  weight: number,
): number {
  const [n, m] = [a.size, b.size]
  readSide(net, a, left)
  readSide(net, b, right)
  fillRelations(a, b)
  fillLogits(net, left.query, right.query, [n, m], logits)
  compareSide(net, left, right, n, m, false)
  compareSide(net, right, left, m, n, true)
  for (let y = 0; y < 2 * K; y++) {
    whole[y] = left.from[y]! + right.from[y]!
    whole[2 * K + y] = Math.abs(left.from[y]! - right.from[y]!)
  }
  last.set(net.lastBias)
  addProduct(net.last, 0, whole, 0, 4 * K, last, 0, G)
  scaleFeatures(net, features, wide)
  addProduct(net.wide, 0, wide, 0, FEATURE_COUNT, last, 0, G)
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
  for (let f = 0; f < FEATURE_COUNT; f++) {
    const value = wide[f]!
    for (let g = 0; g < G; g++) grad.wide[f * G + g]! += value * dLast[g]!
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
  backLogits(grad, left, right, n, m)
  backSide(net, grad, a, left)
  backSide(net, grad, b, right)
  return loss
}
