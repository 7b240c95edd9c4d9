import path from 'node:path'
import { analyse } from '../analyse.ts'
import { gather } from '../compare/evidence-features.ts'
import { FEATURE_COUNT, fillFeatures } from '../compare/features/all.ts'
import { areOfOneMatter } from '../compare/matter.ts'
import { type Judge, probabilities, type Thresholds, thresholdOf } from '../compare/model.ts'
import { readPairs, readText } from '../eval/read-pairs.ts'
import { FALSE_ALARMS, SHOWN } from './settings.ts'

const HIGHEST = 120

/**
 * The probabilities from which pairs are shown. All are set but the burden from which sentences must be surer: it is the highest with which
 * no more than FALSE_ALARMS of msrp_dev would be shown were they stored, sentences on one event that do not contradict one another, none of which anything
 * was trained on.
 */
export function findThresholds(folder: string, model: Judge): Thresholds {
  const { pairs } = readPairs(readText(path.join(folder, 'pairs', 'dev', 'msrp_dev.tsv.gz')))
  const scored = pairs.map(pair => {
    const { evidence } = gather(analyse(pair.a), analyse(pair.b))
    const features = new Float32Array(FEATURE_COUNT)
    fillFeatures(evidence, features)
    const contradicts = areOfOneMatter(evidence.pair) ? probabilities(model, features, evidence.pair)[0] : 0
    return { features, contradicts }
  })
  let from = HIGHEST
  const shown = () =>
    scored.filter(({ features, contradicts }) => contradicts >= thresholdOf({ ...SHOWN, from }, features))
      .length
  while (from > 0 && shown() > scored.length * FALSE_ALARMS) from--
  return { ...SHOWN, from }
}
