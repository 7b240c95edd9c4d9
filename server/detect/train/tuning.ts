import path from 'node:path'
import { type LabelledPair, readPairs, readText } from '../eval/read-pairs.ts'

/** Development pairs that only the last step (stacker, calibration, threshold) is tuned on. */
export type TuningPair = LabelledPair & { set: string; weight: number; story: number }

const SETS: Record<string, number> = { emergent_crossoutlet_train: 0.8, emergent_train: 0.8 }

/** Numbers the stories: pairs that share a statement, directly or through others, are of one story. */
function numberStories(pairs: readonly LabelledPair[]): number[] {
  const parent = new Map<string, string>()
  const root = (text: string): string => {
    let at = text
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  for (const { a, b } of pairs) {
    if (!parent.has(a)) parent.set(a, a)
    if (!parent.has(b)) parent.set(b, b)
    parent.set(root(a), root(b))
  }
  const numbers = new Map<string, number>()
  return pairs.map(({ a }) => {
    const top = root(a)
    if (!numbers.has(top)) numbers.set(top, numbers.size)
    return numbers.get(top)!
  })
}

/** The tuning pairs of the data folder, with the number of their story. */
export function readTuning(folder: string): TuningPair[] {
  const pairs = Object.entries(SETS).flatMap(([set, weight]) =>
    readPairs(readText(path.join(folder, 'pairs', 'dev', `${set}.tsv.gz`))).pairs.map(pair => ({
      ...pair,
      set,
      weight,
    })),
  )
  const stories = numberStories(pairs)
  return pairs.map((pair, i) => ({ ...pair, story: stories[i]! }))
}
