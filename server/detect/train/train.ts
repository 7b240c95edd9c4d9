import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { RELATION_KINDS } from '#domain/vocabulary.ts'
import { fillStack, STACK_COUNT } from '../compare/stack.ts'
import { type Forest, forestSections } from '../compare/forest.ts'
import { softmax } from '../compare/model.ts'
import { auroc, calibrationError, precisionAt, type Scored } from '../eval/metrics.ts'
import { pack } from '../lexicon/container.ts'
import { type BoostSettings, boost } from './boost.ts'
import { fitIsotonic } from './isotonic.ts'
import { choose, type Matrix, measure, scoresOf } from './matrix.ts'
import { readRows } from './rows.ts'
import { calibrate } from '../compare/calibrate.ts'
import { readTuning } from './tuning.ts'

/** Makes weights/model.bin: `npm run detect:train -- DIR`, DIR being the data folder. The same data give the same bytes. */

const VERSION = 1
/** Share of pairs of one event that do not conflict which may be flagged. */
const FALSE_ALARMS = 0.015

const GENERAL: BoostSettings = {
  rounds: 130,
  rate: 0.12,
  depth: 6,
  leastWeight: 20,
  lambda: 5,
  leastGain: 0,
  rowShare: 0.5,
  featureShare: 0.4,
  seed: 1,
}
const NEWS: BoostSettings = {
  rounds: 110,
  rate: 0.08,
  depth: 5,
  leastWeight: 15,
  lambda: 8,
  leastGain: 0,
  rowShare: 0.6,
  featureShare: 0.3,
  seed: 2,
}
const STACK: BoostSettings = {
  rounds: 70,
  rate: 0.08,
  depth: 4,
  leastWeight: 12,
  lambda: 8,
  leastGain: 0,
  rowShare: 0.6,
  featureShare: 0.5,
  seed: 3,
}
const KINDS: BoostSettings = {
  rounds: 45,
  rate: 0.1,
  depth: 4,
  leastWeight: 3,
  lambda: 5,
  leastGain: 0,
  rowShare: 0.7,
  featureShare: 0.3,
  seed: 4,
}

const folder = process.argv[2]
if (folder === undefined) {
  console.error('usage: npm run detect:train -- DIR')
  process.exit(2)
}

const started = performance.now()
const say = (text: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`)

const rows = readRows(folder)
const tuning = readTuning(folder)
say(`${rows.length} rows`)
const matrix = measure(rows)
const tuned = measure(tuning)
say('measured')

const isNews = rows.map(
  row => row.set === 'written' || row.set === 'headlines' || row.set.startsWith('built_written'),
)
const numbers = rows.map((_, r) => r)
const newsRows = numbers.filter(r => isNews[r])

function grow(chosen: readonly number[], weightOf: (r: number) => number, settings: BoostSettings): Forest {
  const part = choose(matrix, chosen)
  return boost(part.values, part.width, part.labels, Float32Array.from(chosen, weightOf), 3, settings)
}

const generalWeight = (r: number) =>
  rows[r]!.set === 'written' ? 2 : rows[r]!.set === 'headlines' ? 3 : rows[r]!.weight
const newsWeight = (r: number) => (rows[r]!.set.startsWith('built') ? 0.15 : 1)

/** Scores of a forest for rows that it was not trained on, by folds over the groups. */
function heldOut(
  chosen: readonly number[],
  folds: number,
  weightOf: (r: number) => number,
  settings: BoostSettings,
): Map<number, Float64Array> {
  const scores = new Map<number, Float64Array>()
  for (let fold = 0; fold < folds; fold++) {
    const forest = grow(
      chosen.filter(r => rows[r]!.group % folds !== fold),
      weightOf,
      settings,
    )
    for (const r of chosen) if (rows[r]!.group % folds === fold) scores.set(r, scoresOf(forest, matrix, r))
  }
  return scores
}

const generalHeldOut = heldOut(numbers, 2, generalWeight, GENERAL)
say('general forest, held out')
const general = grow(numbers, generalWeight, GENERAL)
say('general forest')
const newsHeldOut = heldOut(newsRows, 5, newsWeight, NEWS)
const news = grow(newsRows, newsWeight, NEWS)
say('news forest')

/** What the stacker is trained on: held-out scores of the training rows, and the tuning pairs, which no forest has seen. */
type StackRow = {
  general: Float64Array
  news: Float64Array
  features: Float32Array
  label: number
  weight: number
  fold: number
  tuning: boolean
  news_: boolean
}
const stackRows: StackRow[] = []
const featuresAt = (m: Matrix, r: number) => m.values.subarray(r * m.width, (r + 1) * m.width)
for (const r of numbers) {
  const row = rows[r]!
  const built = row.set.startsWith('built')
  if ((!isNews[r] && row.group % 4 !== 0) || (built && row.group % 3 !== 0)) continue
  stackRows.push({
    general: generalHeldOut.get(r)!,
    news: newsHeldOut.get(r) ?? scoresOf(news, matrix, r),
    features: featuresAt(matrix, r),
    label: matrix.labels[r]!,
    weight: isNews[r] ? (built ? 0.3 : 2) : built ? 0.1 : 0.35 * row.weight,
    fold: row.group % 5,
    tuning: false,
    news_: isNews[r]! && !built,
  })
}
for (const [r, pair] of tuning.entries())
  stackRows.push({
    general: scoresOf(general, tuned, r),
    news: scoresOf(news, tuned, r),
    features: featuresAt(tuned, r),
    label: tuned.labels[r]!,
    weight: pair.weight,
    fold: pair.story % 5,
    tuning: true,
    news_: true,
  })

const stackMatrix = new Float32Array(stackRows.length * STACK_COUNT)
for (const [k, row] of stackRows.entries())
  fillStack(row.general, row.news, row.features, stackMatrix.subarray(k * STACK_COUNT, (k + 1) * STACK_COUNT))
const whole: Matrix = {
  values: stackMatrix,
  width: STACK_COUNT,
  labels: Uint8Array.from(stackRows, row => row.label),
}

function growStack(chosen: readonly number[]): Forest {
  const part = choose(whole, chosen)
  return boost(
    part.values,
    part.width,
    part.labels,
    Float32Array.from(chosen, k => stackRows[k]!.weight),
    3,
    STACK,
  )
}

const places = stackRows.map((_, k) => k)
const raw = new Float64Array(stackRows.length)
for (let fold = 0; fold < 5; fold++) {
  const forest = growStack(places.filter(k => stackRows[k]!.fold !== fold))
  for (const k of places) if (stackRows[k]!.fold === fold) raw[k] = softmax(scoresOf(forest, whole, k))[0]
}
const stack = growStack(places)
say('stack')

const scored = (k: number): Scored => ({ score: raw[k]!, positive: stackRows[k]!.label === 0 })
const held = places.filter(k => stackRows[k]!.tuning).map(scored)
const calibration = fitIsotonic(held)
const threshold = thresholdFor(held, FALSE_ALARMS)
say(
  `tuning pairs, 5-fold by story: AUROC ${auroc(held).toFixed(3)}, p10@30 ${precisionAt(held, 0.1, 0.3).toFixed(3)}`,
)
for (const set of new Set(tuning.map(pair => pair.set))) {
  const part = places
    .filter(k => stackRows[k]!.tuning && tuning[k - (stackRows.length - tuning.length)]!.set === set)
    .map(scored)
  const c = part.map(row => ({ ...row, score: calibrate(calibration, row.score) }))
  say(
    `  ${set}: AUROC ${auroc(part).toFixed(3)}, p10@30 ${precisionAt(part, 0.1, 0.3).toFixed(3)}, ECE ${calibrationError(c).toFixed(3)}`,
  )
}

/** The calibrated probability above which no more than `share` of the pairs that do not conflict lie. */
function thresholdFor(pairs: Scored[], share: number): number {
  const quiet = pairs
    .filter(row => !row.positive)
    .map(row => row.score)
    .toSorted((x, y) => y - x)
  return calibrate(calibration, quiet[Math.floor(quiet.length * share)]!)
}

const withKind = numbers.filter(
  r => rows[r]!.kind !== null && (RELATION_KINDS as readonly string[]).includes(rows[r]!.kind),
)
const kindPart = choose(matrix, withKind)
const kinds = boost(
  kindPart.values,
  kindPart.width,
  Uint8Array.from(withKind, r => (RELATION_KINDS as readonly string[]).indexOf(rows[r]!.kind!)),
  new Float32Array(withKind.length).fill(1),
  RELATION_KINDS.length,
  KINDS,
)
say('kinds')

const bytes = pack({
  version: Int32Array.of(VERSION),
  ...forestSections(general, 'general'),
  ...forestSections(news, 'news'),
  ...forestSections(stack, 'stack'),
  ...forestSections(kinds, 'kinds'),
  'calibration.from': calibration.from,
  'calibration.to': calibration.to,
  threshold: Float64Array.of(threshold),
})
const file = path.resolve(import.meta.dirname, '..', 'weights', 'model.bin')
writeFileSync(file, bytes)
say(`threshold ${threshold.toFixed(3)}; ${bytes.length} bytes written`)
