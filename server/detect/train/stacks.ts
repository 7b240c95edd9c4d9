import { calibrate } from '../compare/calibrate.ts'
import { addLogistic, type Logistic } from '../compare/logistic.ts'
import { type Stack, softmax } from '../compare/model.ts'
import {
  fillGeneral,
  fillHeadline,
  fillNews,
  GENERAL_WIDTH,
  HEADLINE_WIDTH,
  NEWS_WIDTH,
} from '../compare/stack.ts'
import { auroc, calibrationError, precisionAt, type Scored } from '../eval/metrics.ts'
import { type Examples, fitLogistic } from './fit-logistic.ts'
import type { Forests } from './forests.ts'
import { featuresAt, type Matrix } from './matrix.ts'
import { fitPlatt } from './platt.ts'
import type { Row } from './rows.ts'
import { PENALTY } from './settings.ts'

/** Rows of one last step: what it sees of each, and which row of training it is. */
type Seen = { rows: number[]; inputs: Float64Array; width: number }

/** What the last step for news sees of the chosen rows: scores of forests that were not trained on them, and features. */
export function seeNews(chosen: readonly number[], matrix: Matrix, forests: Forests): Seen {
  const inputs = new Float64Array(chosen.length * NEWS_WIDTH)
  for (const [k, r] of chosen.entries()) {
    const out = inputs.subarray(k * NEWS_WIDTH, (k + 1) * NEWS_WIDTH)
    fillNews(forests.newsScores.get(r)!, featuresAt(matrix, r), out)
  }
  return { rows: [...chosen], inputs, width: NEWS_WIDTH }
}

/** What the last step for other language sees: the same, and the scores of general forest and network for the rows that those were not trained on. */
export function seeGeneral(
  seen: Seen,
  { generalHeldOut }: Forests,
  attention: ReadonlyMap<number, Float64Array>,
): Seen {
  const places = seen.rows.map((_, k) => k).filter(k => attention.has(seen.rows[k]!))
  const inputs = new Float64Array(places.length * GENERAL_WIDTH)
  for (const [i, k] of places.entries()) {
    const out = inputs.subarray(i * GENERAL_WIDTH, (i + 1) * GENERAL_WIDTH)
    out.set(seen.inputs.subarray(k * NEWS_WIDTH, (k + 1) * NEWS_WIDTH))
    fillGeneral(generalHeldOut.get(seen.rows[k]!)!, attention.get(seen.rows[k]!)!, out)
  }
  return { rows: places.map(k => seen.rows[k]!), inputs, width: GENERAL_WIDTH }
}

/** What the last step for headlines sees of the chosen rows. */
export function seeHeadlines(chosen: readonly number[], matrix: Matrix): Seen {
  const inputs = new Float64Array(chosen.length * HEADLINE_WIDTH)
  for (const [k, r] of chosen.entries())
    fillHeadline(featuresAt(matrix, r), inputs.subarray(k * HEADLINE_WIDTH, (k + 1) * HEADLINE_WIDTH))
  return { rows: [...chosen], inputs, width: HEADLINE_WIDTH }
}

const FOLDS = 4
/** Groups that stand together are folded together: of some sets only every eighth takes part. */
const NEIGHBOURS = 8
const sums = new Float64Array(3)

function examplesOf(
  seen: Seen,
  places: readonly number[],
  matrix: Matrix,
  weightOf: (r: number) => number,
): Examples {
  const inputs = new Float64Array(places.length * seen.width)
  for (const [i, k] of places.entries())
    inputs.set(seen.inputs.subarray(k * seen.width, (k + 1) * seen.width), i * seen.width)
  return {
    inputs,
    width: seen.width,
    labels: Uint8Array.from(places, k => matrix.labels[seen.rows[k]!]!),
    weights: Float64Array.from(places, k => weightOf(seen.rows[k]!)),
  }
}

function rawOf(logistic: Logistic, seen: Seen, k: number): number {
  addLogistic(logistic, seen.inputs.subarray(k * seen.width, (k + 1) * seen.width), sums)
  return softmax(sums)[0]
}

/** Trains one last step and calibrates it on those of its rows that are watched, by folds over groups. */
export function trainStack(
  name: string,
  seen: Seen,
  rows: readonly Row[],
  matrix: Matrix,
  weightOf: (row: Row) => number,
  isWatched: (row: Row) => boolean,
  say: (text: string) => void,
): Stack {
  const places = seen.rows.map((_, k) => k)
  const weight = (r: number) => weightOf(rows[r]!)
  const fit = (chosen: readonly number[]) => fitLogistic(examplesOf(seen, chosen, matrix, weight), PENALTY)
  const watched = places.filter(k => isWatched(rows[seen.rows[k]!]!))
  const scored: Scored[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (k: number) => Math.floor(rows[seen.rows[k]!]!.group / NEIGHBOURS) % FOLDS === fold
    const logistic = fit(places.filter(k => !inFold(k)))
    for (const k of watched)
      if (inFold(k))
        scored.push({ score: rawOf(logistic, seen, k), positive: matrix.labels[seen.rows[k]!] === 0 })
  }
  const calibration = fitPlatt(scored)
  const mapped = scored.map(row => ({ ...row, score: calibrate(calibration, row.score) }))
  say(
    `${name}, in ${FOLDS} folds: n ${scored.length}, AUROC ${auroc(scored).toFixed(3)}, p10@30 ${precisionAt(scored, 0.1, 0.3).toFixed(3)}, ECE ${calibrationError(mapped).toFixed(3)}`,
  )
  return { logistic: fit(places), calibration }
}
