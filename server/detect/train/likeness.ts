import { FEATURE_NAMES } from '../compare/features/all.ts'
import { LABELS } from '../eval/read-pairs.ts'
import { featuresAt, type Matrix } from './matrix.ts'
import type { Row } from './rows.ts'

/**
 * How often a label goes with how much of the words and of their order two statements share differs from writer to writer: one puts an
 * entailment in words of its own, another in nearly the same. A forest learns that as if it told something of conflicts.
 */

/** What is told apart of a pair: how much of the words both share, and how much of the shorter one runs as the other does. */
const SIGHTS = [
  { feature: FEATURE_NAMES.indexOf('sharedLeast'), parts: 5 },
  { feature: FEATURE_NAMES.indexOf('lcsB'), parts: 3 },
] as const

/** So many pairs of each label are added to each part, so that rare ones decide nothing. */
const PRIOR = 5
const [LEAST, MOST] = [0.25, 4]

/** The values that part the chosen rows into equally many. */
function cutsOf(matrix: Matrix, rows: readonly number[], feature: number, parts: number): number[] {
  const values = rows.map(r => featuresAt(matrix, r)[feature]!).toSorted((x, y) => x - y)
  return Array.from(
    { length: parts - 1 },
    (_, i) => values[Math.floor((values.length * (i + 1)) / parts)] ?? 0,
  )
}

/**
 * How much each row counts, so that among those of `set` labels go with what is shared as they do among those of `like`: the ratio of
 * both shares of a label within its part, 0.25–4 (importance weighting, Shimodaira 2000). 1 for rows of all other sets.
 */
export function likenessTo(
  like: string,
  set: string,
  rows: readonly Pick<Row, 'set'>[],
  matrix: Matrix,
): Float64Array {
  const numbersOf = (name: string) => rows.flatMap((row, r) => (row.set === name ? [r] : []))
  const [known, others] = [numbersOf(like), numbersOf(set)]
  const cuts = SIGHTS.map(({ feature, parts }) => cutsOf(matrix, known, feature, parts))
  const partOf = (r: number) =>
    SIGHTS.reduce((part, { feature, parts }, k) => {
      const value = featuresAt(matrix, r)[feature]!
      return part * parts + cuts[k]!.filter(cut => value > cut).length
    }, 0)
  const places = SIGHTS.reduce((count, { parts }) => count * parts, 1)
  const sharesOf = (chosen: readonly number[]) => {
    const counts = Array.from({ length: places }, () => LABELS.map(() => PRIOR))
    for (const r of chosen) counts[partOf(r)]![matrix.labels[r]!]!++
    return counts.map(part => part.map(count => count / part.reduce((sum, x) => sum + x, 0)))
  }
  const [ofKnown, ofOthers] = [sharesOf(known), sharesOf(others)]
  const likeness = new Float64Array(rows.length).fill(1)
  for (const r of others) {
    const [part, label] = [partOf(r), matrix.labels[r]!]
    likeness[r] = Math.max(LEAST, Math.min(MOST, ofKnown[part]![label]! / ofOthers[part]![label]!))
  }
  return likeness
}
