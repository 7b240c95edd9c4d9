import { readFileSync } from 'node:fs'
import { section, unpack } from '../lexicon/container.ts'
import { type Calibration, calibrate } from './calibrate.ts'
import { addForest, type Forest, readForest } from './forest.ts'
import { fillStack, STACK_COUNT } from './stack.ts'

export type Model = {
  version: number
  /** Trained on all sets. */
  general: Forest
  /** Trained on news pairs only. */
  news: Forest
  /** Weighs the scores of the two against what the rules found. */
  stack: Forest
  /** Guesses the kind of relation. */
  kinds: Forest
  calibration: Calibration
  threshold: number
}

/** Reads weights as train/train.ts writes them. */
export function readModel(bytes: Uint8Array): Model {
  const sections = unpack(bytes)
  return {
    version: section(sections, 'version', Int32Array)[0]!,
    general: readForest(sections, 'general'),
    news: readForest(sections, 'news'),
    stack: readForest(sections, 'stack'),
    kinds: readForest(sections, 'kinds'),
    calibration: {
      from: section(sections, 'calibration.from', Float64Array),
      to: section(sections, 'calibration.to', Float64Array),
    },
    threshold: section(sections, 'threshold', Float64Array)[0]!,
  }
}

/** The weights that ship. */
export function loadModel(): Model {
  return readModel(readFileSync(new URL('../weights/model.bin', import.meta.url)))
}

export type Probabilities = [contradicts: number, agrees: number, neither: number]

/** Probabilities from sums of log-odds; they add up to 1. */
export function softmax(sums: Float64Array): Probabilities {
  const top = Math.max(sums[0]!, sums[1]!, sums[2]!)
  const [c, e, n] = [Math.exp(sums[0]! - top), Math.exp(sums[1]! - top), Math.exp(sums[2]! - top)]
  const all = c + e + n
  return [c / all, e / all, n / all]
}

const general = new Float64Array(3)
const news = new Float64Array(3)
const sums = new Float64Array(3)
const stacked = new Float32Array(STACK_COUNT)

/** Calibrated probabilities: that of a contradiction is mapped, the other two keep their proportion. */
export function probabilities(model: Model, features: Float32Array): Probabilities {
  general.fill(0)
  news.fill(0)
  sums.fill(0)
  addForest(model.general, features, general)
  addForest(model.news, features, news)
  fillStack(general, news, features, stacked)
  addForest(model.stack, stacked, sums)
  const [c, e, n] = softmax(sums)
  const contradicts = calibrate(model.calibration, c)
  const rest = e + n > 0 ? (1 - contradicts) / (e + n) : 0
  return [contradicts, e * rest, n * rest]
}
