import type { Analysis } from './analysis.ts'

const list = (text: string): Set<string> => new Set(text.trim().split(/\s+/))

/** Words of a later state of things: what is said now stood otherwise before. */
const LATE =
  list(`now later eventually finally again afterwards subsequently anymore revised corrected latest lately
meanwhile recently ultimately updated nightfall thereafter`)
/** Words of an earlier state of things, or of one that is not yet settled. */
const EARLY = list(
  `still initially originally draft preliminary yet previously formerly earlier initial early provisional interim pending`,
)
const LATE_PAIRS = new Set([
  'no longer',
  'since then',
  'have since',
  'at last',
  'after all',
  'the next',
  'the follow',
])
const EARLY_PAIRS = new Set([
  'at first',
  'first report',
  'first count',
  'first estimate',
  'as of',
  'so far',
  'until then',
  'until now',
])

/** 1 for a statement that tells how things came to be later, −1 for one that tells how they stood at first, 0 where the words do not tell. */
export function readStage({ lemma, dates }: Analysis): number {
  let [late, early] = [false, false]
  for (let i = 0; i < lemma.length; i++) {
    const word = lemma[i]!
    const two = `${word} ${lemma[i + 1] ?? ''}`
    if (LATE.has(word) || LATE_PAIRS.has(two)) late = true
    if (EARLY.has(word) || EARLY_PAIRS.has(two)) early = true
  }
  for (const { from, bound } of dates) if (bound === 'before' && lemma[from] === 'by') late = true
  return (late ? 1 : 0) - (early ? 1 : 0)
}
