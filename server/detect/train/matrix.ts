import { analyse } from '../analyse.ts'
import { featuresOf } from '../compare/evidence-features.ts'
import { FEATURE_COUNT } from '../compare/features/all.ts'
import { addForest, type Forest } from '../compare/forest.ts'
import { LABELS, type LabelledPair } from '../eval/read-pairs.ts'

/** Rows of features, one after the other, and the labels: 0 contradiction, 1 entailment, 2 neutral. */
export type Matrix = { values: Float32Array; width: number; labels: Uint8Array }

/** Rows of features that were measured before, with the labels of their pairs. */
export function matrixOf(pairs: readonly LabelledPair[], values: Float32Array): Matrix {
  return {
    values,
    width: FEATURE_COUNT,
    labels: Uint8Array.from(pairs, ({ label }) => LABELS.indexOf(label)),
  }
}

/** The features of every pair, in memory that other threads can see. */
export function measure(pairs: readonly LabelledPair[]): Matrix {
  const bytes = pairs.length * FEATURE_COUNT * Float32Array.BYTES_PER_ELEMENT
  const values = new Float32Array(new SharedArrayBuffer(bytes))
  for (const [r, pair] of pairs.entries())
    featuresOf(analyse(pair.a), analyse(pair.b), values.subarray(r * FEATURE_COUNT, (r + 1) * FEATURE_COUNT))
  return matrixOf(pairs, values)
}

/** The rows with the given numbers. */
export function choose(matrix: Matrix, rows: readonly number[]): Matrix {
  const values = new Float32Array(rows.length * matrix.width)
  for (const [k, row] of rows.entries())
    values.set(matrix.values.subarray(row * matrix.width, (row + 1) * matrix.width), k * matrix.width)
  return { values, width: matrix.width, labels: Uint8Array.from(rows, row => matrix.labels[row]!) }
}

/** The forest's sums per class for one row. */
export function scoresOf(forest: Forest, matrix: Matrix, row: number): Float64Array {
  const sums = new Float64Array(forest.classes)
  addForest(forest, matrix.values.subarray(row * matrix.width, (row + 1) * matrix.width), sums)
  return sums
}

/** The features of one row. */
export const featuresAt = ({ values, width }: Matrix, r: number): Float32Array =>
  values.subarray(r * width, (r + 1) * width)
