import type { Role } from './analysis.ts'
import type { Tokens } from './tokens.ts'
import { unitOf } from './units.ts'

/** Verbs and particles that tell of a change. */
const CHANGES = new Set(
  `rise fall drop cut increase decrease grow shrink raise lower climb slide jump slip gain lose reduce change edge inch creep ease plunge
slump soar surge tumble dip decline swell go sink push move lift narrow widen trim slash up down bump hike hoist double expand extend shorten advance
retreat improve worsen drift tick shift boost`.split(/\s+/),
)
const CHANGE_REACH = 9
/** Words behind an amount that make it a difference: "7 cents higher", "300 more than before". */
const DIFFERENCES = new Set(
  'more less fewer higher lower dearer cheaper longer shorter larger smaller bigger taller faster slower'.split(
    ' ',
  ),
)
const LEVELS = new Set('stand reach total hit'.split(' '))
const EXTRAS = new Set('another further extra additional other'.split(' '))

function tellsChange({ lemma, sentence }: Tokens, from: number): boolean {
  for (let k = from - 1; k >= Math.max(0, from - CHANGE_REACH) && sentence[k] === sentence[from]; k--)
    if (CHANGES.has(lemma[k]!)) return true
  return false
}

/** What the amount from token `from` (its bound included) to `to` is of a change; empty when it stands for itself. */
export function roleOf(tokens: Tokens, from: number, to: number): Role {
  const { word, lemma, tag } = tokens
  const before = word[from - 1] ?? ''
  const next = word[to] ?? ''
  if (
    EXTRAS.has(before) ||
    ((next === 'more' || next === 'others') && tag[to + 1] !== 'A' && word[to + 1] !== 'than')
  )
    return 'extra'
  const noun = tag[to] === 'N' ? 1 : 0
  if ((DIFFERENCES.has(next) && tag[to + 1] !== 'N') || DIFFERENCES.has(word[to + noun] ?? ''))
    return 'change'
  if (before === 'by') return tellsChange(tokens, from - 1) ? 'change' : ''
  if (before === 'from') return tellsChange(tokens, from - 1) || word[to + noun] === 'to' ? 'start' : ''
  if (before === 'to') return tellsChange(tokens, from - 1) ? 'level' : ''
  if ((before === 'up' || before === 'down') && unitOf(lemma[to - 1] ?? '')?.dimension !== 'length')
    return 'change'
  return before === 'at' || LEVELS.has(lemma[from - 1] ?? '') ? 'level' : ''
}

const RATE_REACH = 4
const YEARLY_REACH = 6
const ADVERBS: Record<string, string> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annually: 'year',
  annual: 'year',
  hourly: 'hour',
}
const SINGLE = new Set(['each', 'apiece'])
/** "two metres a side" is no rate, nor is "100 people a side". */
const RATE = new Set(['a', 'an', 'per', 'each', 'every'])

/** The time for which the amount from token `from` to `to` is told, in seconds: "2,000 shells a day". −1 for "each" and "per head", 0 for none. */
export function rateOf({ word, tag }: Tokens, from: number, to: number): number {
  for (let at = from - 1; at >= Math.max(0, from - YEARLY_REACH); at--) {
    const w = word[at]!
    if (Object.hasOwn(ADVERBS, w)) return unitOf(ADVERBS[w]!)!.factor
    if (w === ',' || w === '.' || tag[at] === '#') break
  }
  for (let at = to; at <= to + RATE_REACH; at++) {
    const w = word[at] ?? ''
    if (Object.hasOwn(ADVERBS, w)) return unitOf(ADVERBS[w]!)!.factor
    if (RATE.has(w) && w !== '') {
      const unit = unitOf(word[at + 1] === '-' ? (word[at + 2] ?? '') : (word[at + 1] ?? ''))
      if (unit?.dimension === 'duration' && !isLong(word, at + 1)) return unit.factor
      if (w === 'per') return -1
    }
    if (SINGLE.has(w) && tag[at + 1] !== 'N' && word[at + 1] !== 'other') return -1
    if (w !== '-' && w !== 'of' && tag[at] !== 'N' && tag[at] !== 'A') return 0
  }
  return 0
}

/** "a year ago", "a week before": when, not how often. */
const WHEN = new Set('ago before after later earlier long old'.split(' '))
const isLong = (word: string[], at: number): boolean =>
  WHEN.has(word[at + 1] ?? '') || (word[at + 1] === 'and' && word[at + 2] === 'a')
