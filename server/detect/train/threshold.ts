import path from 'node:path'
import { analyse } from '../analyse.ts'
import { gather } from '../compare/evidence-features.ts'
import { FEATURE_COUNT, fillFeatures } from '../compare/features/all.ts'
import { type Model, probabilities } from '../compare/model.ts'
import { readPairs, readText } from '../eval/read-pairs.ts'
import { FALSE_ALARMS } from './settings.ts'

/**
 * The probability above which no more than FALSE_ALARMS of msrp_dev lie: news sentences on one event that do not contradict one another,
 * none of which anything was trained on.
 */
export function findThreshold(folder: string, model: Omit<Model, 'threshold' | 'version' | 'kinds'>): number {
  const { pairs } = readPairs(readText(path.join(folder, 'pairs', 'dev', 'msrp_dev.tsv.gz')))
  const features = new Float32Array(FEATURE_COUNT)
  const scores = pairs
    .map(pair => {
      const { evidence } = gather(analyse(pair.a), analyse(pair.b))
      fillFeatures(evidence, features)
      return probabilities(model, features, evidence.pair)[0]
    })
    .toSorted((x, y) => y - x)
  return Math.ceil(scores[Math.floor(scores.length * FALSE_ALARMS)]! * 1000 + 1) / 1000
}
