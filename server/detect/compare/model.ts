import { readFileSync } from 'node:fs'
import { type Section, section, unpack } from '../lexicon/container.ts'
import { attend, type Network, readNetwork } from './attention/network.ts'
import { type Calibration, calibrate } from './calibrate.ts'
import { addForest, type Forest, readForest } from './forest.ts'
import { addLogistic, type Logistic, readLogistic } from './logistic.ts'
import type { Pair } from './pair.ts'
import { areHeadlines, fillGeneral, fillHeadline, fillNews, GENERAL_WIDTH, HEADLINE_WIDTH } from './stack.ts'

/** A last step and the map from what it says to probabilities. */
export type Stack = { logistic: Logistic; calibration: Calibration }

export type Model = {
  version: number
  /** Trained on all sets. */
  general: Forest
  /** Trained on news pairs only. */
  news: Forest
  attention: Network
  /** Tells how much a pair of sentences is like news. */
  gate: Forest
  /** The last steps weigh scores and rules: for sentences of the news, for other sentences, and for headlines. */
  lastNews: Stack
  lastGeneral: Stack
  lastHeadlines: Stack
  /** Guesses the kind of relation. */
  kinds: Forest
  threshold: number
}

function readStack(sections: Map<string, Section>, prefix: string): Stack {
  const [slope = 1, shift = 0] = section(sections, `${prefix}.calibration`, Float64Array)
  return { logistic: readLogistic(sections, prefix), calibration: { slope, shift } }
}

/** Reads weights as train/train.ts writes them. */
export function readModel(bytes: Uint8Array): Model {
  const sections = unpack(bytes)
  return {
    version: section(sections, 'version', Int32Array)[0]!,
    general: readForest(sections, 'general'),
    news: readForest(sections, 'news'),
    attention: readNetwork(sections),
    gate: readForest(sections, 'gate'),
    lastNews: readStack(sections, 'lastNews'),
    lastGeneral: readStack(sections, 'lastGeneral'),
    lastHeadlines: readStack(sections, 'lastHeadlines'),
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
const attention = new Float64Array(3)
const sums = new Float64Array(3)
const gateSums = new Float64Array(2)
const inputs = new Float64Array(GENERAL_WIDTH)
const headlineInputs = new Float64Array(HEADLINE_WIDTH)

/** Calibrated probabilities: that of a contradiction is mapped, the other two keep their proportion. */
function finish({ logistic, calibration }: Stack, seen: Float64Array): Probabilities {
  addLogistic(logistic, seen, sums)
  const [c, e, n] = softmax(sums)
  const contradicts = calibrate(calibration, c)
  const rest = e + n > 0 ? (1 - contradicts) / (e + n) : 0
  return [contradicts, e * rest, n * rest]
}

/** From this likeness to news on a pair is taken for news altogether, and the network is not asked. */
const NEWS_FROM = 0.98

/** How much a pair of sentences is like news, 0–1. */
export function likeNews(gate: Forest, features: Float32Array): number {
  gateSums.fill(0)
  addForest(gate, features, gateSums)
  return 1 / (1 + Math.exp(gateSums[1]! - gateSums[0]!))
}

/** What the weights say of a pair with its features. */
export function probabilities(
  model: Omit<Model, 'threshold' | 'version' | 'kinds'>,
  features: Float32Array,
  { a, b }: Pair,
): Probabilities {
  if (areHeadlines(features)) {
    fillHeadline(features, headlineInputs)
    return finish(model.lastHeadlines, headlineInputs)
  }
  general.fill(0)
  news.fill(0)
  addForest(model.general, features, general)
  addForest(model.news, features, news)
  fillNews(general, news, features, inputs)
  const byNews = finish(model.lastNews, inputs)
  const share = likeNews(model.gate, features)
  if (share >= NEWS_FROM) return byNews
  attend(model.attention, a.analysis, b.analysis, attention)
  fillGeneral(attention, inputs)
  const [c, e, n] = finish(model.lastGeneral, inputs)
  return [
    share * byNews[0] + (1 - share) * c,
    share * byNews[1] + (1 - share) * e,
    share * byNews[2] + (1 - share) * n,
  ]
}
