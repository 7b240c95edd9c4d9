import { analyse } from '../../server/detect/analyse.ts'
import { prepare } from '../../server/detect/compare/prepare.ts'
import { compare } from '../../server/detect/compare.ts'
import { headlinePairs } from '../../server/detect/train/headlines.ts'

export type DetectBench = {
  /** Statements analysed a second. */
  analysesPerSecond: number
  /** Pairs of one story compared a second, analyses cached: what candidates are. */
  candidatePairsPerSecond: number
  /** Pairs of any two statements compared a second: most share nothing and are left early. */
  anyPairsPerSecond: number
}

function perSecond(count: number, run: () => void): number {
  const started = performance.now()
  run()
  return Math.round((count / (performance.now() - started)) * 1000)
}

/** Measures analysis and comparison on one core, on the headlines that ship with the training code. */
export function runDetectBench(): DetectBench {
  const pairs = headlinePairs()
  const texts = [...new Set(pairs.flatMap(pair => [pair.a, pair.b]))]
  for (const text of texts) analyse(text)
  const analysesPerSecond = perSecond(texts.length, () => {
    for (const text of texts) analyse(text)
  })
  const analyses = new Map(texts.map(text => [text, analyse(text)]))
  for (const analysis of analyses.values()) prepare(analysis)
  const candidates = pairs.map(({ a, b }) => [analyses.get(a)!, analyses.get(b)!] as const)
  const any = [...analyses.values()].flatMap((a, i, all) => all.slice(i + 1).map(b => [a, b] as const))
  for (const [a, b] of candidates) compare(a, b)
  return {
    analysesPerSecond,
    candidatePairsPerSecond: perSecond(candidates.length * 5, () => {
      for (let round = 0; round < 5; round++) for (const [a, b] of candidates) compare(a, b)
    }),
    anyPairsPerSecond: perSecond(any.length, () => {
      for (const [a, b] of any) compare(a, b)
    }),
  }
}
