import { analyse } from '../../server/detect/analyse.ts'
import { prepare } from '../../server/detect/compare/prepare.ts'
import { compare } from '../../server/detect/compare.ts'
import { headlinePairs } from '../../server/detect/train/headlines.ts'
import * as facts from '../unit/detect/pairs-facts.ts'
import * as measures from '../unit/detect/pairs-measures.ts'
import * as polarity from '../unit/detect/pairs-polarity.ts'

export type DetectBench = {
  /** Statements analysed a second. */
  analysesPerSecond: number
  /** Pairs of headlines of one story compared a second, analyses cached: what candidates are. */
  headlinePairsPerSecond: number
  /** Pairs of sentences on one matter compared a second, analyses cached: the most costly ones. */
  sentencePairsPerSecond: number
  /** Pairs of any two headlines compared a second: most share nothing and are left early. */
  anyPairsPerSecond: number
}

type Texts = readonly { a: string; b: string }[]

function perSecond(count: number, run: () => void): number {
  const started = performance.now()
  run()
  return Math.round((count / (performance.now() - started)) * 1000)
}

/** The pairs of the tables of reasons. */
function sentencePairs(): Texts {
  return [facts, measures, polarity]
    .flatMap(module => Object.values(module))
    .flatMap(table => table.trim().split('\n'))
    .map(line => {
      const [, a = '', b = ''] = line.split('|').map(column => column.trim())
      return { a, b }
    })
}

/** So many runs follow the first one, in which the code is still being compiled; their median is told. */
const RUNS = 5

function measurePairs(pairs: Texts, rounds: number): number {
  const analyses = new Map(pairs.flatMap(({ a, b }) => [a, b]).map(text => [text, analyse(text)]))
  for (const analysis of analyses.values()) prepare(analysis)
  const analysed = pairs.map(({ a, b }) => [analyses.get(a)!, analyses.get(b)!] as const)
  const run = () => {
    for (let round = 0; round < rounds; round++) for (const [a, b] of analysed) compare(a, b)
  }
  run()
  const speeds = Array.from({ length: RUNS }, () => perSecond(analysed.length * rounds, run))
  return speeds.toSorted((x, y) => x - y)[(RUNS - 1) / 2]!
}

/** Measures analysis and comparison on one core, on the headlines that ship with the training code and the tables of the tests; prints and returns the figures. */
export function runDetectBench(): DetectBench {
  const headlines = headlinePairs()
  const texts = [...new Set(headlines.flatMap(pair => [pair.a, pair.b]))]
  for (const text of texts) analyse(text)
  const figures = {
    analysesPerSecond: perSecond(texts.length, () => {
      for (const text of texts) analyse(text)
    }),
    headlinePairsPerSecond: measurePairs(headlines, 5),
    sentencePairsPerSecond: measurePairs(sentencePairs(), 30),
    anyPairsPerSecond: measurePairs(
      texts.flatMap((a, i) => texts.slice(i + 1).map(b => ({ a, b }))),
      1,
    ),
  }
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(26)} ${value}`)
  return figures
}
