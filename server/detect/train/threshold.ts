import path from 'node:path'
import { type Model, probabilities } from '../compare/model.ts'
import { readPairs, readText } from '../eval/read-pairs.ts'
import { measure } from './matrix.ts'
import { FALSE_ALARMS } from './settings.ts'

/**
 * The probability above which no more than FALSE_ALARMS of msrp_dev lie: news sentences on one event that do not contradict one another,
 * none of which a forest was trained on.
 */
export function findThreshold(folder: string, model: Omit<Model, 'threshold' | 'version'>): number {
  const { pairs } = readPairs(readText(path.join(folder, 'pairs', 'dev', 'msrp_dev.tsv.gz')))
  const { values, width } = measure(pairs)
  const scores = pairs
    .map((_, r) => probabilities(model, values.subarray(r * width, (r + 1) * width))[0])
    .toSorted((x, y) => y - x)
  return Math.ceil(scores[Math.floor(scores.length * FALSE_ALARMS)]! * 1000 + 1) / 1000
}
