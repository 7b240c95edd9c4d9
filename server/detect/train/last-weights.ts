import { isBuilt, isNews, isStory, isWritten } from './forests.ts'
import type { Row } from './rows.ts'
import { isHeldOut, LAST_WEIGHTS } from './settings.ts'

/** How much a row counts in the last step for the news; 0 for rows that take no part. */
export function newsWeight(row: Row): number {
  if (isWritten(row)) return row.share
  if (isStory(row)) return LAST_WEIGHTS.stories
  return row.set.startsWith('built_written') ? LAST_WEIGHTS.builtNews * row.share : 0
}

/** The same for sentences that are no news: rows of other sets that the network was not trained on. */
export function generalWeight(row: Row): number {
  if (isNews(row) || row.set.startsWith('headline_') || !isHeldOut(row)) return 0
  return isBuilt(row) ? LAST_WEIGHTS.built : row.weight
}

const OTHER_NUMBER = /^built_.*_(?:number|year)$/

/** The same for what is denied in headlines: written and built ones, and built pairs of which a number differs, so that numbers have their weight. */
export function headlineWeight(row: Row): number {
  if (row.set === 'headlines') return LAST_WEIGHTS.headlines
  if (OTHER_NUMBER.test(row.set)) return LAST_WEIGHTS.numbers
  return row.set.startsWith('headline_') ? 1 : 0
}

/** Rows that teach what is like news and what is not: written pairs and some of all other sets, nothing built. */
export function teachesGate(row: Row): boolean {
  return isWritten(row) || isStory(row) || (!isBuilt(row) && !isNews(row) && isHeldOut(row))
}
