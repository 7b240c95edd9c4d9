import { readFileSync } from 'node:fs'
import { type Section, section, unpack } from '../lexicon/container.ts'
import { attend, type Network, readNetwork } from './attention/network.ts'
import { type Calibration, calibrate } from './calibrate.ts'
import { addForest, type Forest, readForest } from './forest.ts'
import { addLogistic, type Logistic, readLogistic } from './logistic.ts'
import type { Pair } from './pair.ts'
import {
  burdenOf,
  fillGeneral,
  fillHeadline,
  fillNews,
  GENERAL_WIDTH,
  HEADLINE_WIDTH,
  headlineShare,
} from './stack.ts'
import { fillGate, GATE_WIDTH, type Style } from './style.ts'

/** A last step and the map from what it says to probabilities. */
export type Stack = { logistic: Logistic; calibration: Calibration }

export type Model = {
  version: number
  /** Trained on all sets. */
  general: Forest
  /** Trained on news pairs only. */
  news: Forest
  attention: Network
  /** Tells how much a pair of sentences is like news, by its features and the style of its words. */
  gate: Forest
  style: Style
  /** The last steps weigh scores and rules: for the news, for other sentences, and for what is denied in headlines. */
  lastNews: Stack
  lastGeneral: Stack
  lastHeadlines: Stack
  /** Guesses the kind of relation. */
  kinds: Forest
  thresholds: Thresholds
}

/**
 * The probability from which a pair is shown. For sentences it rises from `loose` to `strict` with their length and with how much of them
 * is said alike (`burden`), from the burden `from` on: two long reports of one event differ in much that does not conflict.
 */
export type Thresholds = { headlines: number; loose: number; strict: number; from: number }

/** What is needed to say how probable a contradiction is. */
export type Judge = Omit<Model, 'thresholds' | 'version' | 'kinds'>

function readStack(sections: Map<string, Section>, prefix: string): Stack {
  const [slope = 1, shift = 0] = section(sections, `${prefix}.calibration`, Float64Array)
  return { logistic: readLogistic(sections, prefix), calibration: { slope, shift } }
}

function readThresholds(sections: Map<string, Section>): Thresholds {
  const [headlines = 1, loose = 1, strict = 1, from = 0] = section(sections, 'thresholds', Float64Array)
  return { headlines, loose, strict, from }
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
    style: section(sections, 'style', Float32Array),
    lastNews: readStack(sections, 'lastNews'),
    lastGeneral: readStack(sections, 'lastGeneral'),
    lastHeadlines: readStack(sections, 'lastHeadlines'),
    kinds: readForest(sections, 'kinds'),
    thresholds: readThresholds(sections),
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
const gateInputs = new Float32Array(GATE_WIDTH)
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

/** From this likeness to news on a pair is taken for news altogether, and neither general forest nor network is asked. */
const NEWS_FROM = 0.9

/** From a burden so much above `from` on the threshold is `strict`. */
const STRETCH = 60

/** How much a pair is like news, 0–1. */
export function likeNews({ gate, style }: Judge, features: Float32Array, { a, b }: Pair): number {
  fillGate(style, features, a.analysis, b.analysis, gateInputs)
  gateSums.fill(0)
  addForest(gate, gateInputs, gateSums)
  return 1 / (1 + Math.exp(gateSums[1]! - gateSums[0]!))
}

/** Both answers in proportion: the geometric mean, `share` of it the second one’s. */
function blend(one: Probabilities, other: Probabilities, share: number): Probabilities {
  for (let c = 0; c < 3; c++) sums[c] = (1 - share) * log(one[c]!) + share * log(other[c]!)
  return softmax(sums)
}

const LEAST = 1e-6
const log = (p: number): number => Math.log(Math.max(LEAST, p))

/** What the weights say of a pair with its features. */
export function probabilities(model: Judge, features: Float32Array, pair: Pair): Probabilities {
  news.fill(0)
  addForest(model.news, features, news)
  fillNews(news, features, inputs)
  const byNews = finish(model.lastNews, inputs)
  const share = likeNews(model, features, pair)
  const bySentences = share >= NEWS_FROM ? byNews : mix(model, features, pair, byNews, share)
  const headlines = share * headlineShare(features)
  if (headlines === 0) return bySentences
  fillHeadline(features, headlineInputs)
  return blend(bySentences, finish(model.lastHeadlines, headlineInputs), headlines)
}

/** The answer for the news and that for other language, by how much the pair is like news; asks general forest and network. */
function mix(
  model: Judge,
  features: Float32Array,
  pair: Pair,
  byNews: Probabilities,
  share: number,
): Probabilities {
  general.fill(0)
  addForest(model.general, features, general)
  attend(model.attention, pair.a.analysis, pair.b.analysis, features, attention)
  fillGeneral(general, attention, inputs)
  const [c, e, n] = finish(model.lastGeneral, inputs)
  const rest = 1 - share
  return [share * byNews[0] + rest * c, share * byNews[1] + rest * e, share * byNews[2] + rest * n]
}

/** The probability from which a pair with these features is shown. */
export function thresholdOf({ headlines, loose, strict, from }: Thresholds, features: Float32Array): number {
  if (headlineShare(features) > 0) return headlines
  const steep = Math.max(0, Math.min(1, (burdenOf(features) - from) / STRETCH))
  return loose + (strict - loose) * steep
}
