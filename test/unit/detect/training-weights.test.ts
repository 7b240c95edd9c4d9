import { expect, test } from 'vitest'
import { FEATURE_COUNT, FEATURE_NAMES } from '../../../server/detect/compare/features/all.ts'
import { LABELS } from '../../../server/detect/eval/read-pairs.ts'
import { likenessTo } from '../../../server/detect/train/likeness.ts'

const SHARED = FEATURE_NAMES.indexOf('sharedLeast')

/** Pairs of two writers: `shared` is how much of their words two statements share, `count` how many pairs of each label there are. */
function pairsOf(groups: readonly { set: string; shared: number; count: readonly number[] }[]) {
  const rows = groups.flatMap(({ set, shared, count }) =>
    count.flatMap((many, label) => Array.from({ length: many }, () => ({ set, shared, label }))),
  )
  const values = new Float32Array(rows.length * FEATURE_COUNT)
  for (const [r, { shared }] of rows.entries()) values[r * FEATURE_COUNT + SHARED] = shared
  return { rows, matrix: { values, width: FEATURE_COUNT, labels: Uint8Array.from(rows, row => row.label) } }
}

test('labels go with what is shared as in the set that is to be like', () => {
  const { rows, matrix } = pairsOf([
    { set: 'written', shared: 0.2, count: [400, 200, 400] },
    { set: 'written', shared: 0.8, count: [300, 500, 200] },
    { set: 'more', shared: 0.2, count: [300, 400, 300] },
    { set: 'more', shared: 0.8, count: [500, 300, 200] },
  ])
  const likeness = likenessTo('written', 'more', rows, matrix)
  const shareOf = (shared: number, label: number) => {
    let [sum, all] = [0, 0]
    for (const [r, row] of rows.entries()) {
      if (row.set !== 'more' || row.shared !== shared) continue
      all += likeness[r]!
      if (row.label === label) sum += likeness[r]!
    }
    return sum / all
  }
  expect(LABELS.map((_, label) => shareOf(0.2, label))).toEqual([
    expect.closeTo(0.4, 2),
    expect.closeTo(0.2, 2),
    expect.closeTo(0.4, 2),
  ])
  expect(LABELS.map((_, label) => shareOf(0.8, label))).toEqual([
    expect.closeTo(0.3, 2),
    expect.closeTo(0.5, 2),
    expect.closeTo(0.2, 2),
  ])
})

test('rows of all other sets count as before, and no row for more than four or less than a quarter', () => {
  const { rows, matrix } = pairsOf([
    { set: 'written', shared: 0.5, count: [1000, 10, 10] },
    { set: 'more', shared: 0.5, count: [10, 1000, 10] },
    { set: 'snli', shared: 0.5, count: [5, 5, 5] },
  ])
  const likeness = likenessTo('written', 'more', rows, matrix)
  const ofSet = (set: string) => rows.flatMap((row, r) => (row.set === set ? [likeness[r]!] : []))
  expect(new Set([...ofSet('written'), ...ofSet('snli')])).toEqual(new Set([1]))
  expect(Math.max(...ofSet('more'))).toBe(4)
  expect(Math.min(...ofSet('more'))).toBe(0.25)
})
