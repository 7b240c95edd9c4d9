import { readFileSync } from 'node:fs'
import { type Section, section, unpack } from '../lexicon/container.ts'
import { type Calibration, calibrate } from './calibrate.ts'
import { addForest, type Forest, readForest } from './forest.ts'
import { areHeadlines, fillStack, STACK_COUNT } from './stack.ts'

/** A last forest and the map from what it says to probabilities. */
export type Stack = { forest: Forest; calibration: Calibration }

export type Model = {
  version: number
  /** Trained on all sets. */
  general: Forest
  /** Trained on news pairs only. */
  news: Forest
  /** Weigh the scores of the two against the features: one for pairs of headlines, one for all others. */
  headlines: Stack
  sentences: Stack
  /** Guesses the kind of relation. */
  kinds: Forest
  threshold: number
}

function readStack(sections: Map<string, Section>, prefix: string): Stack {
  return {
    forest: readForest(sections, prefix),
    calibration: {
      from: section(sections, `${prefix}.from`, Float64Array),
      to: section(sections, `${prefix}.to`, Float64Array),
    },
  }
}

/** Reads weights as train/train.ts writes them. */
export function readModel(bytes: Uint8Array): Model {
  const sections = unpack(bytes)
  return {
    version: section(sections, 'version', Int32Array)[0]!,
    general: readForest(sections, 'general'),
    news: readForest(sections, 'news'),
    headlines: readStack(sections, 'headlines'),
    sentences: readStack(sections, 'sentences'),
    kinds: readForest(sections, 'kinds'),
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
export function probabilities(
  model: Omit<Model, 'threshold' | 'version'>,
  features: Float32Array,
): Probabilities {
  general.fill(0)
  news.fill(0)
  sums.fill(0)
  addForest(model.general, features, general)
  addForest(model.news, features, news)
  fillStack(general, news, features, stacked)
  const stack = areHeadlines(features) ? model.headlines : model.sentences
  addForest(stack.forest, stacked, sums)
  const [c, e, n] = softmax(sums)
  const contradicts = calibrate(stack.calibration, c)
  const rest = e + n > 0 ? (1 - contradicts) / (e + n) : 0
  return [contradicts, e * rest, n * rest]
}
