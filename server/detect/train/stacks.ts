import { calibrate } from '../compare/calibrate.ts'
import type { Forest } from '../compare/forest.ts'
import { type Stack, softmax } from '../compare/model.ts'
import { areHeadlines, fillStack, STACK_COUNT } from '../compare/stack.ts'
import { auroc, calibrationError, precisionAt, type Scored } from '../eval/metrics.ts'
import { boost } from './boost.ts'
import { type Forests, isBuilt, isNews } from './forests.ts'
import { fitIsotonic } from './isotonic.ts'
import { choose, type Matrix, scoresOf } from './matrix.ts'
import type { Row } from './rows.ts'
import { REGISTER_WEIGHTS, type Register, STACK } from './settings.ts'
import type { TuningPair } from './tuning.ts'

type Origin = keyof (typeof REGISTER_WEIGHTS)['headlines']
type StackRow = { set: string; origin: Origin; weight: number; fold: number; headlines: boolean }

/** What the last forests are trained on: held-out scores and features of each row, and where it comes from. */
export type StackRows = { rows: StackRow[]; matrix: Matrix }

/** Every so many groups of the other sets, and of built rows, are used. */
const OTHERS_EVERY = 4
const BUILT_EVERY = 3
const FOLDS = 5

const featuresAt = ({ values, width }: Matrix, r: number) => values.subarray(r * width, (r + 1) * width)

function originOf(row: Row): Origin {
  if (isNews(row)) return isBuilt(row) ? 'builtNews' : 'news'
  return isBuilt(row) ? 'built' : 'other'
}

/** Puts together the rows of the last forests: training rows with held-out scores, and tuning pairs, which no forest has seen. */
export function collectStackRows(
  rows: readonly Row[],
  matrix: Matrix,
  forests: Forests,
  tuning: readonly TuningPair[],
  tuned: Matrix,
): StackRows {
  const chosen = rows
    .map((_, r) => r)
    .filter(r => {
      const row = rows[r]!
      return (
        (isNews(row) || row.group % OTHERS_EVERY === 0) && (!isBuilt(row) || row.group % BUILT_EVERY === 0)
      )
    })
  const count = chosen.length + tuning.length
  const values = new Float32Array(count * STACK_COUNT)
  const labels = new Uint8Array(count)
  const stackRows: StackRow[] = []
  const put = (
    general: Float64Array,
    news: Float64Array,
    features: Float32Array,
    label: number,
    row: StackRow,
  ) => {
    const k = stackRows.length
    fillStack(general, news, features, values.subarray(k * STACK_COUNT, (k + 1) * STACK_COUNT))
    labels[k] = label
    stackRows.push(row)
  }
  for (const r of chosen) {
    const row = rows[r]!
    const features = featuresAt(matrix, r)
    put(
      forests.generalHeldOut.get(r)!,
      forests.newsHeldOut.get(r) ?? scoresOf(forests.news, matrix, r),
      features,
      matrix.labels[r]!,
      {
        set: row.set,
        origin: originOf(row),
        weight: originOf(row) === 'other' ? row.weight : 1,
        fold: row.group % FOLDS,
        headlines: areHeadlines(features),
      },
    )
  }
  for (const [r, pair] of tuning.entries()) {
    const features = featuresAt(tuned, r)
    put(scoresOf(forests.general, tuned, r), scoresOf(forests.news, tuned, r), features, tuned.labels[r]!, {
      set: pair.set,
      origin: 'tuning',
      weight: 1,
      fold: pair.story % FOLDS,
      headlines: areHeadlines(features),
    })
  }
  return { rows: stackRows, matrix: { values, width: STACK_COUNT, labels } }
}

/** Trains the last forest of one register and calibrates it on held-out pairs of that register, by folds over stories. */
export function trainStack(
  { rows, matrix }: StackRows,
  register: Register,
  say: (text: string) => void,
): Stack {
  const weights = REGISTER_WEIGHTS[register]
  const places = rows.map((_, k) => k)
  const weightOf = (k: number) => weights[rows[k]!.origin] * rows[k]!.weight
  const grow = (chosen: readonly number[]): Forest => {
    const part = choose(matrix, chosen)
    return boost(part.values, part.width, part.labels, Float32Array.from(chosen, weightOf), 3, STACK)
  }
  const main = register === 'headlines' ? 'tuning' : 'news'
  const watched = places.filter(k => rows[k]!.origin === main || rows[k]!.origin === 'tuning')
  const raw = new Map<number, number>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const forest = grow(places.filter(k => rows[k]!.fold !== fold))
    for (const k of watched) if (rows[k]!.fold === fold) raw.set(k, softmax(scoresOf(forest, matrix, k))[0])
  }
  const scored = (k: number): Scored => ({ score: raw.get(k)!, positive: matrix.labels[k] === 0 })
  const held = watched
    .filter(k => rows[k]!.origin === main && rows[k]!.headlines === (register === 'headlines'))
    .map(scored)
  const calibration = fitIsotonic(held)
  for (const set of new Set(watched.map(k => rows[k]!.set))) {
    const part = watched
      .filter(k => rows[k]!.set === set && rows[k]!.headlines === (register === 'headlines'))
      .map(scored)
    const mapped = part.map(row => ({ ...row, score: calibrate(calibration, row.score) }))
    say(
      `${register}, ${set}, 5-fold by story: n ${part.length}, AUROC ${auroc(part).toFixed(3)}, p10@30 ${precisionAt(part, 0.1, 0.3).toFixed(3)}, ECE ${calibrationError(mapped).toFixed(3)}`,
    )
  }
  return { forest: grow(places), calibration }
}
