/** Phrases before or after a number that make it an end of an interval or an approximation. */

export type BoundKind =
  | 'more'
  | 'atLeast'
  | 'less'
  | 'atMost'
  | 'about'
  | 'nearly'
  | 'justOver'
  | 'asMany'
  | 'exactly'

/** What stands before a number, by what it makes of it. */
const BEFORE: Record<BoundKind, string> = {
  atMost: `no more than|not more than|no longer than|no later than|no larger than|no bigger than|no higher than|no greater than
no taller than|no older than|no heavier than|no further than|no farther than|at most|at the most|up to|a maximum of|maximum of|within
not exceeding|capped at|caps at|limited to|limits to|restricted to|a ceiling of|a cap of|an upper limit of`,
  atLeast: `no fewer than|no less than|not less than|not fewer than|no smaller than|no shorter than|no younger than|no lower than
at least|at the least|at the very least|a minimum of|minimum of|as few as|as little as|starting at|starting from|a floor of
topping|topped|tops|surpassing|surpassed|surpasses|surpass|past|passed`,
  asMany: 'as many as|as much as|as high as|as long as|as far as',
  more: `more than|greater than|larger than|bigger than|higher than|longer than|older than|taller than|heavier than|further than|farther than
deeper than|faster than|in excess of|upwards of|upward of|well over|well above|well past|far above|far over|over|above|exceeding|exceed|exceeded
exceeds|beyond|over and above`,
  justOver: `just over|just above|just past|a little over|a little more than|a little above|little over|little more than|slightly over
slightly more than|slightly above|barely over|barely more than|barely above|hardly more than|scarcely more than|a shade over|a touch over
not much more than|not much over`,
  less: `fewer than|less than|lower than|smaller than|shorter than|younger than|lighter than|cheaper than|short of|shy of|under|well under
well below|far below|far less than|far fewer than|inside|below|beneath|sooner than`,
  nearly: `just under|just below|a little under|a little less than|a little below|slightly under|slightly less than|slightly below
not quite|just short of|nearly|almost|approaching|nigh on|a shade under|close on`,
  about: `close to|near to|barely|around|about|approximately|roughly|some|an estimated|estimated|circa|in the region of|in the order of
on the order of|somewhere around|something like|give or take|or so`,
  exactly: 'exactly|precisely|just|only|merely|a mere|a full|fully|a total of|all of',
}
const BEFORE_WORDS = new Map<string, { words: string[]; kind: BoundKind }[]>()
for (const kind of Object.keys(BEFORE).filter((key): key is BoundKind => key in BEFORE))
  for (const phrase of BEFORE[kind].split(/\||\n/)) {
    const words = phrase.split(' ')
    const last = words.at(-1)!
    BEFORE_WORDS.set(
      last,
      [...(BEFORE_WORDS.get(last) ?? []), { words, kind }].toSorted(
        (a, b) => b.words.length - a.words.length,
      ),
    )
  }

const AFTER: { words: string[]; kind: BoundKind }[] = Object.entries({
  'or more': 'atLeast',
  'or over': 'atLeast',
  'or above': 'atLeast',
  'or longer': 'atLeast',
  'or older': 'atLeast',
  'and over': 'atLeast',
  'and above': 'atLeast',
  'and more': 'atLeast',
  'and no more': 'exactly',
  'and not more': 'exactly',
  'no more': 'exactly',
  'and up': 'atLeast',
  'and older': 'atLeast',
  'or less': 'atMost',
  'or fewer': 'atMost',
  'or under': 'atMost',
  'or younger': 'atMost',
  'and under': 'atMost',
  'and younger': 'atMost',
  'or so': 'about',
  'or thereabouts': 'about',
  'at least': 'atLeast',
  'at the least': 'atLeast',
  'at most': 'atMost',
  'at the most': 'atMost',
  plus: 'atLeast',
} satisfies Record<string, BoundKind>).map(([phrase, kind]) => ({ words: phrase.split(' '), kind }))

export type Bound = { kind: BoundKind; words: number }

/** What a bound becomes where it is denied: "never more than", "did not reach". */
const DENIED: Partial<Record<BoundKind, BoundKind>> = {
  more: 'atMost',
  justOver: 'atMost',
  less: 'atLeast',
}
/** "Never topped 40": of what is at least so much, only these can be denied. */
const REACHED = new Set('topping topped tops surpassed surpass passed past'.split(' '))

const DENIALS = new Set(
  'no not never cannot nobody none neither nor nowhere without hardly scarcely'.split(' '),
)
const DENIED_REACH = 9
/** "Nobody over 60", "no child under five": the bound tells who is meant, and nothing of how many. */
const BESIDE_NOUN = new Set('over under above below inside beyond'.split(' '))
const NO_ONE = new Set('no nobody none neither'.split(' '))
const NOUN_REACH = 2
const SINCE = new Set(['has', 'have', 'had'])
/** Where a denial ends: "did not say that more than …", "not the mayor but more than …". */
const DENIAL_ENDS = new Set([
  'that',
  'but',
  'because',
  ',',
  ';',
  ':',
  '.',
  'whether',
  'if',
  'while',
  'who',
  'which',
])

/** Whether what stands from token `i` on is denied by a word shortly before it: "nobody may give more than", "at no time stood above". */
export function isDenied(word: string[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - DENIED_REACH); k--) {
    const w = word[k]!
    if (DENIAL_ENDS.has(w)) return false
    if (BESIDE_NOUN.has(word[i]!) && NO_ONE.has(w) && i - k <= NOUN_REACH) return false
    /** "No water has come for more than a week": so long there was none. */
    if (word[i - 1] === 'for' && word.slice(k, i).some(between => SINCE.has(between))) return false
    if (DENIALS.has(w) || w === "n't") return word[k + 1] !== 'only'
  }
  return false
}

/** The bound whose words end right before token `i`, or null. A denied one is turned: "has never exceeded 1,900" is at most. */
export function boundBefore(word: string[], i: number): Bound | null {
  for (const { words, kind } of BEFORE_WORDS.get(word[i - 1] ?? '') ?? []) {
    if (i < words.length || !words.every((w, k) => word[i - words.length + k] === w)) continue
    if (words[0] === 'up' && CLIMBS.has(word[i - 3] ?? '')) return null
    const turned = REACHED.has(words[0]!) ? 'atMost' : DENIED[kind]
    return {
      kind: turned !== undefined && isDenied(word, i - words.length) ? turned : kind,
      words: words.length,
    }
  }
  return null
}

/** "edged up to 5.4 per cent": a figure that was reached, not a bound. */
const CLIMBS = new Set(
  'edged edges went goes gone crept creeps rose rises climbed climbs jumped jumps shot moved moves inched ticked pushed'.split(
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
/** "As many as 70": it may turn out to be 26, but hardly three. */
const AS_MANY = 0.2

/** The interval that a value with its bound stands for. */
export function intervalOf(value: number, kind: BoundKind | null): Interval {
  const closed = { openLow: false, openHigh: false }
  switch (kind) {
    case 'more':
      return { low: value, high: null, openLow: true, openHigh: false }
    case 'atLeast':
      return { low: value, high: null, ...closed }
    case 'less':
      return { low: null, high: value, openLow: false, openHigh: true }
    case 'atMost':
      return { low: null, high: value, ...closed }
    case 'asMany':
      return { low: value * AS_MANY, high: value, ...closed }
    case 'nearly':
      return { low: value - Math.abs(value) * ABOUT, high: value, openLow: false, openHigh: true }
    case 'justOver':
      return { low: value, high: value + Math.abs(value) * ABOUT, openLow: true, openHigh: false }
    case 'about':
      return {
        low: value - Math.abs(value) * ABOUT,
        high: value + Math.abs(value) * ABOUT,
        ...closed,
      }
    default:
      return { low: value, high: value, ...closed }
  }
}
