import type { Forest } from '../compare/forest.ts'
import { type BoostSettings, boost } from './boost.ts'
import { choose, type Matrix, scoresOf } from './matrix.ts'
import type { Row } from './rows.ts'
import { GENERAL, NEWS } from './settings.ts'

/** The two first forests, and for every row their scores: from forests that have not seen the row's group. */
export type Forests = {
  general: Forest
  news: Forest
  generalHeldOut: Map<number, Float64Array>
  newsScores: Map<number, Float64Array>
}

/** Whether a row is a pair that was written for this project. */
export function isWritten(row: Row): boolean {
  return row.set === 'written' || row.set === 'written_more'
}

/** Whether a row is a pair of headlines that was written for this project. */
export function isStory(row: Row): boolean {
  return row.set === 'headlines' || row.set === 'stories'
}

/** Whether a row is in the language of news: written pairs, headlines, and what was built from written pairs. */
export function isNews(row: Row): boolean {
  return isWritten(row) || isStory(row) || row.set.startsWith('built_written')
}

/** Whether a row was made by rule from another one. */
export function isBuilt(row: Row): boolean {
  return row.set.startsWith('built') || row.set.startsWith('headline_')
}

const GENERAL_FOLDS = 2
const NEWS_FOLDS = 5
const WRITTEN_IN_GENERAL: Record<string, number> = { written: 2, written_more: 2, headlines: 3 }
const HEADLINE_IN_GENERAL = 0.4
const BUILT_IN_NEWS = 0.15

/** Trains the general forest on all rows and the news forest on those in the language of news. */
export function trainForests(rows: readonly Row[], matrix: Matrix, say: (text: string) => void): Forests {
  const all = rows.map((_, r) => r)
  const news = all.filter(r => isNews(rows[r]!))
  const generalWeight = (r: number) => {
    const { set, weight, share } = rows[r]!
    if (set.startsWith('headline_')) return HEADLINE_IN_GENERAL
    return (WRITTEN_IN_GENERAL[set] ?? weight) * (isBuilt(rows[r]!) ? 1 : share)
  }
  const newsWeight = (r: number) => (isBuilt(rows[r]!) ? BUILT_IN_NEWS : 1) * rows[r]!.share
  const grow = (
    chosen: readonly number[],
    weightOf: (r: number) => number,
    settings: BoostSettings,
  ): Forest => {
    const part = choose(matrix, chosen)
    return boost(part.values, part.width, part.labels, Float32Array.from(chosen, weightOf), 3, settings)
  }
  const heldOut = (
    chosen: number[],
    folds: number,
    weightOf: (r: number) => number,
    settings: BoostSettings,
  ) => {
    const scores = new Map<number, Float64Array>()
    for (let fold = 0; fold < folds; fold++) {
      const others = chosen.filter(r => rows[r]!.group % folds !== fold)
      const forest = grow(others, weightOf, settings)
      for (const r of chosen) if (rows[r]!.group % folds === fold) scores.set(r, scoresOf(forest, matrix, r))
    }
    return scores
  }
  const generalHeldOut = heldOut(all, GENERAL_FOLDS, generalWeight, GENERAL)
  const general = grow(all, generalWeight, GENERAL)
  say('general forest')
  const newsHeldOut = heldOut(news, NEWS_FOLDS, newsWeight, NEWS)
  const newsForest = grow(news, newsWeight, NEWS)
  const newsScores = new Map(
    all.map(r => [r, newsHeldOut.get(r) ?? scoresOf(newsForest, matrix, r)] as const),
  )
  say('news forest')
  return { general, news: newsForest, generalHeldOut, newsScores }
}
