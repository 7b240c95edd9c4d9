/** Phrases before or after a number that make it an end of an interval or an approximation. */

export type BoundKind =
  | 'more'
  | 'atLeast'
  | 'less'
  | 'atMost'
  | 'about'
  | 'nearly'
  | 'justOver'
  | 'exactly'
  | 'notMore'
  | 'notLess'

const BEFORE: [string, BoundKind][] = [
  ['no more than', 'atMost'],
  ['not more than', 'atMost'],
  ['no fewer than', 'atLeast'],
  ['no less than', 'atLeast'],
  ['not less than', 'atLeast'],
  ['not fewer than', 'atLeast'],
  ['at least', 'atLeast'],
  ['a minimum of', 'atLeast'],
  ['minimum of', 'atLeast'],
  ['as many as', 'atMost'],
  ['as much as', 'atMost'],
  ['as few as', 'atLeast'],
  ['at most', 'atMost'],
  ['up to', 'atMost'],
  ['a maximum of', 'atMost'],
  ['maximum of', 'atMost'],
  ['more than', 'more'],
  ['greater than', 'more'],
  ['larger than', 'more'],
  ['higher than', 'more'],
  ['in excess of', 'more'],
  ['upwards of', 'more'],
  ['upward of', 'more'],
  ['well over', 'more'],
  ['just over', 'justOver'],
  ['a little over', 'justOver'],
  ['slightly over', 'justOver'],
  ['slightly more than', 'justOver'],
  ['just under', 'nearly'],
  ['just short of', 'nearly'],
  ['short of', 'less'],
  ['shy of', 'less'],
  ['over', 'more'],
  ['above', 'more'],
  ['exceeding', 'more'],
  ['exceeded', 'more'],
  ['exceeds', 'more'],
  ['topped', 'more'],
  ['fewer than', 'less'],
  ['less than', 'less'],
  ['lower than', 'less'],
  ['smaller than', 'less'],
  ['under', 'less'],
  ['within', 'atMost'],
  ['inside', 'less'],
  ['below', 'less'],
  ['beneath', 'less'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
  ['close to', 'about'],
  ['barely', 'about'],
  ['around', 'about'],
  ['about', 'about'],
  ['approximately', 'about'],
  ['roughly', 'about'],
  ['some', 'about'],
  ['an estimated', 'about'],
  ['estimated', 'about'],
  ['circa', 'about'],
  ['or so', 'about'],
  ['exactly', 'exactly'],
  ['precisely', 'exactly'],
  ['just', 'exactly'],
  ['only', 'exactly'],
]
const BEFORE_WORDS = BEFORE.map(([phrase, kind]) => ({ words: phrase.split(' '), kind })).toSorted(
  (a, b) => b.words.length - a.words.length,
)

const AFTER: { words: string[]; kind: BoundKind }[] = [
  { words: ['or', 'more'], kind: 'atLeast' },
  { words: ['or', 'less'], kind: 'atMost' },
  { words: ['or', 'fewer'], kind: 'atMost' },
  { words: ['or', 'so'], kind: 'about' },
  { words: ['at', 'least'], kind: 'atLeast' },
  { words: ['at', 'most'], kind: 'atMost' },
  { words: ['plus'], kind: 'atLeast' },
]

export type Bound = { kind: BoundKind; words: number }

/** The bound whose words end right before token `i`, or null. */
export function boundBefore(word: string[], i: number): Bound | null {
  for (const { words, kind } of BEFORE_WORDS)
    if (i >= words.length && words.every((w, k) => word[i - words.length + k] === w))
      return words[0] === 'up' && CLIMBS.has(word[i - 3] ?? '') ? null : { kind, words: words.length }
  return null
}

/** "edged up to 5.4 per cent": a figure that was reached, not a bound. */
const CLIMBS = new Set(
  'edged edges went goes gone crept creeps rose rises climbed climbs jumped jumps shot moved moves inched ticked pushed went'.split(
    ' ',
  ),
)

/** The bound whose words begin at token `i`, or null. */
export function boundAfter(word: string[], i: number): Bound | null {
  for (const { words, kind } of AFTER)
    if (words.every((w, k) => word[i + k] === w)) return { kind, words: words.length }
  return null
}

export type Interval = { low: number | null; high: number | null; openLow: boolean; openHigh: boolean }

const ABOUT = 0.12

/** The interval that a value with its bound stands for. */
export function intervalOf(value: number, kind: BoundKind | null): Interval {
  const closed = { openLow: false, openHigh: false }
  switch (kind) {
    case 'more':
      return { low: value, high: null, openLow: true, openHigh: false }
    case 'atLeast':
    case 'notLess':
      return { low: value, high: null, ...closed }
    case 'less':
      return { low: null, high: value, openLow: false, openHigh: true }
    case 'atMost':
    case 'notMore':
      return { low: null, high: value, ...closed }
    case 'nearly':
      return { low: value * (1 - ABOUT), high: value, openLow: false, openHigh: true }
    case 'justOver':
      return { low: value, high: value * (1 + ABOUT), openLow: true, openHigh: false }
    case 'about':
      return { low: value * (1 - ABOUT), high: value * (1 + ABOUT), ...closed }
    default:
      return { low: value, high: value, ...closed }
  }
}
