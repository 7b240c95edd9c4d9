import type { Quantity } from './analysis.ts'
import { boundBefore, intervalOf } from './bounds.ts'
import { readDigits, readNumberWord } from './number-words.ts'
import type { Tokens } from './tokens.ts'

/** How many times: words that say it alone. */
const VERBS: Record<string, number> = {
  doubled: 2,
  doubling: 2,
  doubles: 2,
  tripled: 3,
  tripling: 3,
  triples: 3,
  trebled: 3,
  trebling: 3,
  quadrupled: 4,
  halved: 0.5,
  halving: 0.5,
}
/** How many times: words that say it before what is compared with. */
const BEFORE: Record<string, number> = {
  twice: 2,
  double: 2,
  triple: 3,
  treble: 3,
  thrice: 3,
  quadruple: 4,
  half: 0.5,
}
const COMPARED = new Set('as the what its their his her that those this last normal'.split(' '))
const TIMES_COMPARED = new Set([
  ...COMPARED,
  'more',
  'higher',
  'larger',
  'bigger',
  'longer',
  'faster',
  'greater',
])

const FOLD = /^(.+?)-?fold$/

const numberOf = (word: string): number | null => readDigits(word)?.value ?? readNumberWord(word)

type Ratio = { from: number; to: number; times: number }

function findRatio({ word }: Tokens, i: number): Ratio | null {
  const w = word[i]!
  const next = word[i + 1] ?? ''
  if (Object.hasOwn(VERBS, w)) return { from: i, to: i + 1, times: VERBS[w]! }
  if (Object.hasOwn(BEFORE, w) && (w === 'half' ? next === 'as' : COMPARED.has(next)))
    return { from: i, to: i + 1, times: BEFORE[w]! }
  const fold = w.endsWith('fold') ? numberOf(FOLD.exec(w)?.[1] ?? '') : null
  if (fold !== null) return { from: i, to: i + 1, times: fold }
  const number = numberOf(w)
  if (number === null || number < 2) return null
  if (next === '-' && word[i + 2] === 'fold') return { from: i, to: i + 3, times: number }
  if (next === 'times' && TIMES_COMPARED.has(word[i + 2] ?? '')) return { from: i, to: i + 2, times: number }
  return null
}

/**
 * "Twice as many", "tenfold", "halved": how many times something is of something else, in per cent. Whether a share or a change is meant is
 * left open: twice as many is 200 per cent of it and a rise by 100. Null where there is none.
 */
export function readRatio(tokens: Tokens, i: number): Quantity | null {
  const ratio = findRatio(tokens, i)
  if (ratio === null) return null
  const { from, to, times } = ratio
  const bound = boundBefore(tokens.word, from)
  const percent = times * 100
  const shrunk = times < 1
  const share = intervalOf(percent, bound?.kind ?? null)
  const change = shrunk ? share : intervalOf(percent - 100, bound?.kind ?? null)
  return {
    from: from - (bound?.words ?? 0),
    to,
    value: percent,
    low: change.low,
    high: share.high,
    openLow: change.openLow,
    openHigh: share.openHigh || (bound === null && !shrunk),
    dimension: 'percent',
    unit: 'times',
    head: '',
    approximate: true,
    rounding: 0,
    role: '',
    per: 0,
  }
}
