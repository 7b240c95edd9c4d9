import type { Quantity } from './analysis.ts'
import { readNumberWord, readOrdinal, scaleOf } from './number-words.ts'
import type { Tokens } from './tokens.ts'
import { unitOfFraction } from './unit-beside.ts'
import { unitOf } from './units.ts'

/** Amounts that words tell without a number: none, all, most, few, both, a pair, free of charge, within hours. */

type Ends = Pick<Quantity, 'low' | 'high' | 'openLow' | 'openHigh'>

const exactly = (value: number): Ends => ({ low: value, high: value, openLow: false, openHigh: false })
const moreThan = (value: number): Ends => ({ low: value, high: null, openLow: true, openHigh: false })
const lessThan = (value: number): Ends => ({ low: null, high: value, openLow: false, openHigh: true })

type Amount = Pick<Quantity, 'from' | 'to' | 'value' | 'dimension' | 'head'> & {
  ends: Ends
  approximate?: boolean
  unit?: string
}

function quantity({ ends, approximate = false, unit = '', ...amount }: Amount): Quantity {
  return { ...amount, ...ends, unit, approximate, rounding: 0, role: '', per: 0 }
}

const PERSON = 'person'
const COINS = new Set(['penny', 'cent', 'euro', 'dollar', 'pound', 'kopek', 'centime', 'krone'])
/** How nobody is said, with the number of words. */
const NO_ONE: Record<string, number> = {
  nobody: 1,
  'no-one': 1,
  'no one': 2,
  'not a soul': 3,
  'not anyone': 2,
}
/** How none of something is said. */
const NONE: Record<string, number> = {
  none: 1,
  'neither of': 1,
  'not a single': 3,
  'without a single': 3,
  'not one': 2,
  'not any': 2,
  nil: 1,
}
/** "No time", "no doubt": said of what is not counted. */
const UNCOUNTED = new Set(
  `time doubt need way sign word evidence reason longer idea matter question sense comment date plan role part access right truth
case use good secret surprise wonder stranger place chance hurry`.split(/\s+/),
)
const DENIAL_REACH = 6
const DENIALS = new Set(['not', "n't", 'never', 'without', 'nor', 'neither', 'no'])

const BEGINNINGS = new Set(
  [...Object.keys(NO_ONE), ...Object.keys(NONE)].map(phrase => phrase.split(' ')[0]!),
)

const phraseAt = (word: string[], i: number, table: Record<string, number>): number => {
  if (!BEGINNINGS.has(word[i]!)) return 0
  for (const phrase of [
    word[i]!,
    `${word[i]} ${word[i + 1]}`,
    `${word[i]} ${word[i + 1]} ${word[i + 2]}`,
  ].toReversed())
    if (Object.hasOwn(table, phrase)) return table[phrase]!
  return 0
}

const NEARLY = new Set(['nearly', 'almost', 'virtually', 'practically'])

type HeadAt = (token: number) => string

/** "did not shoot a single wolf": the denial stands before the verb. */
const isDenied = ({ word }: Tokens, i: number): boolean =>
  word.slice(Math.max(0, i - DENIAL_REACH), i).some(w => DENIALS.has(w))

function noneAt(tokens: Tokens, i: number, headAt: HeadAt): Quantity | null {
  const { word, tag, lemma } = tokens
  const w = word[i]!
  const none = { value: 0, dimension: 'count' as const, ends: exactly(0) }
  const person = phraseAt(word, i, NO_ONE)
  if (person > 0 && NEARLY.has(word[i - 1] ?? ''))
    return quantity({
      from: i - 1,
      to: i + person,
      value: 5,
      dimension: 'percent',
      head: PERSON,
      ends: lessThan(20),
    })
  if (person > 0) return quantity({ ...none, from: i, to: i + person, head: PERSON })
  if (
    (w === 'not' || w === 'without') &&
    (word[i + 1] === 'a' || word[i + 1] === 'one') &&
    COINS.has(lemma[i + 2] ?? '')
  )
    return freeAt(i, i + 3)
  const words = phraseAt(word, i, NONE)
  /** "Not one voter in twenty" is less than a share. */
  const inShare = w === 'not' && word.slice(i + 3, i + 5).includes('in')
  if (words > 0 && !inShare) {
    const last = word[i + words] === 'single' || word[i + words] === 'one' ? 1 : 0
    const head = headAt(i + words + last)
    return COINS.has(head)
      ? freeAt(i, i + words + 1)
      : quantity({ ...none, from: i, to: i + words + last, head })
  }
  if (w === 'a' && word[i + 1] === 'single' && isDenied(tokens, i))
    return quantity({ ...none, from: i, to: i + 2, head: headAt(i + 2) })
  if (w !== 'no' || (tag[i + 1] !== 'N' && tag[i + 1] !== 'A') || word[i - 1] === 'at') return null
  /** "No other airport", "no older bread than": only what is compared is ruled out. */
  if (
    word[i + 1] === 'other' ||
    word[i + 1] === 'more' ||
    word[i + 1] === 'less' ||
    (/^[a-z]{2,}er$/.test(word[i + 1]!) && tag[i + 1] === 'A')
  )
    return null
  /** "no fine in": a noun that was taken for an adjective. */
  const head = headAt(i + 1) || (tag[i + 2] !== 'N' && tag[i + 2] !== 'A' ? lemma[i + 1]! : '')
  return head === '' || UNCOUNTED.has(head) ? null : quantity({ ...none, from: i, to: i + 1, head })
}

const freeAt = (from: number, to: number): Quantity =>
  quantity({ from, to, value: 0, dimension: 'money', head: '', ends: exactly(0) })

const ALL = new Set(['all', 'every', 'each', 'entire', 'whole'])
/** "at all", "in all", "after all"; "all but", "all along": nothing is counted. */
const BEFORE_ALL = new Set([
  'at',
  'in',
  'after',
  'above',
  'of',
  'once',
  'not',
  'almost',
  'nearly',
  'virtually',
])
const AFTER_ALL = new Set(
  'but along over right too the year month day night week hour time morning evening side other'.split(' '),
)
/** "every time", "each month": how often, not how much of it. */
const OFTEN = new Set('time day week month year night hour minute season morning evening weekend'.split(' '))

type Share = { value: number; ends: Ends; head?: string }
const most = { value: 50, ends: moreThan(50) }
const nearlyAll = { value: 90, ends: { low: 75, high: 100, openLow: false, openHigh: true } }
/** Shares of a whole, in per cent, by the words that tell them. */
const SHARES: Record<string, Share> = {
  everybody: { value: 100, ends: exactly(100), head: PERSON },
  everyone: { value: 100, ends: exactly(100), head: PERSON },
  unanimous: { value: 100, ends: exactly(100), head: 'vote' },
  unanimously: { value: 100, ends: exactly(100), head: 'vote' },
  'almost all': nearlyAll,
  'nearly all': nearlyAll,
  'virtually all': nearlyAll,
  'almost every': nearlyAll,
  'nearly every': nearlyAll,
  'not all': { value: 60, ends: lessThan(100) },
  'not every': { value: 60, ends: lessThan(100) },
  'overwhelming majority': { value: 60, ends: moreThan(60) },
  'vast majority': { value: 60, ends: moreThan(60) },
  'large majority': { value: 60, ends: moreThan(60) },
  'great majority': { value: 60, ends: moreThan(60) },
  'huge majority': { value: 60, ends: moreThan(60) },
  "lion 's share": most,
  'better part of': most,
  'best part of': most,
  'greater part of': most,
  'bulk of': most,
  minority: { value: 50, ends: lessThan(50) },
  'hardly any': { value: 5, ends: lessThan(20) },
  'scarcely any': { value: 5, ends: lessThan(20) },
  'barely any': { value: 5, ends: lessThan(20) },
  'some of': { value: 30, ends: { low: 0, high: 100, openLow: true, openHigh: false } },
}
const FIRST_WORDS = new Set(Object.keys(SHARES).map(phrase => phrase.split(' ')[0]!))

function tableShareAt({ word }: Tokens, i: number): { share: Share; words: number } | null {
  if (!FIRST_WORDS.has(word[i]!)) return null
  for (let words = 3; words > 0; words--) {
    const phrase = word.slice(i, i + words).join(' ')
    if (!Object.hasOwn(SHARES, phrase)) continue
    const share = SHARES[phrase]!
    return { share, words: words > 1 && phrase.endsWith(' of') ? words - 1 : words }
  }
  return null
}

/** Behind "all", "every one of", "each of the six": where what is counted begins. */
function behindAll({ word, tag }: Tokens, i: number): { to: number; counted: number } {
  const extra = ['one', 'last', 'single'].includes(word[i + 1] ?? '') ? 2 : 1
  const of = word[i + extra] === 'of' ? 1 : 0
  const to = extra === 2 && of === 1 ? i + 3 : i + extra
  const start = i + extra + of
  const behind = tag[start] === 'D' || tag[start] === 'O' ? start + 1 : start
  return { to, counted: tag[behind] === '#' ? behind + 1 : start }
}

/** "Of the four gates, all were open": what the sentence begins with. */
function frontHead({ word, tag, sentence }: Tokens, i: number, headAt: HeadAt): string {
  const first = sentence.indexOf(sentence[i]!)
  if (word[first] !== 'of' || !word.slice(first, i).includes(',')) return ''
  const at = tag[first + 1] === 'D' || tag[first + 1] === 'O' ? first + 2 : first + 1
  return headAt(tag[at] === '#' ? at + 1 : at)
}

const SHARE_ORDINALS: Record<string, number> = { other: 2, second: 2 }

/** "every other shop", "every tenth job": one in so many. */
function everyNth({ word, tag }: Tokens, i: number): number {
  const next = word[i + 1] ?? ''
  const nth = Object.hasOwn(SHARE_ORDINALS, next) ? SHARE_ORDINALS[next]! : readOrdinal(next)
  return nth === null ||
    nth < 2 ||
    (tag[i + 2] !== 'N' && tag[i + 2] !== 'M' && tag[i + 2] !== 'A') ||
    OFTEN.has(word[i + 2]!)
    ? 0
    : nth
}

function shareAt(tokens: Tokens, i: number, headAt: HeadAt): Quantity | null {
  const { word, tag } = tokens
  const w = word[i]!
  const [previous, next] = [word[i - 1] ?? '', word[i + 1] ?? '']
  const share = (from: number, to: number, value: number, ends: Ends, head = headAt(to)) =>
    quantity({ from, to, value, dimension: 'percent', head, ends })
  const told = tableShareAt(tokens, i)
  if (told !== null) {
    const to = i + told.words
    const of = unitOfFraction(tokens, to)
    const { value, ends, head } = told.share
    if (of?.unit == null) return share(i, to, value, ends, head)
    const scale = of.unit.factor / 100
    return quantity({
      from: i,
      to: of.to,
      value: value * scale,
      dimension: of.unit.dimension,
      unit: of.unit.name,
      head: '',
      ends: { ...ends, low: (ends.low ?? 0) * scale, high: of.unit.factor },
    })
  }
  if (w === 'every' || w === 'each') {
    const nth = w === 'every' ? everyNth(tokens, i) : 0
    if (nth > 0) return share(i, i + 2, 100 / nth, exactly(100 / nth))
    if (OFTEN.has(next)) return null
  }
  const alone = w === 'every' || w === 'each' || !BEFORE_ALL.has(previous)
  if (ALL.has(w) && alone && (w !== 'all' || next === 'the' || !AFTER_ALL.has(next))) {
    const { to, counted } = behindAll(tokens, i)
    const head = headAt(counted) || (w === 'all' ? frontHead(tokens, i, headAt) : '')
    return head === '' ? null : share(i, to, 100, exactly(100), head)
  }
  const counted = tag[i + 1] === 'N' || tag[i + 1] === 'M'
  if (w === 'most' && next !== 'of' && previous !== 'the' && previous !== 'at' && counted)
    return share(i, i + 1, 50, moreThan(50))
  if (w === 'few' && previous !== 'a' && previous !== 'the' && (next === 'of' || tag[i + 1] === 'N'))
    return share(i, i + 1, 15, lessThan(35))
  return null
}

const GROUPS: Record<string, number> = {
  pair: 2,
  duo: 2,
  couple: 2,
  trio: 3,
  quartet: 4,
  quintet: 5,
  brace: 2,
}
const UNCHANGED = new Set(['unchanged', 'frozen'])
/** How long "within hours" is at most, in seconds. */
const NEXT_UNIT: Record<string, number> = {
  second: 60,
  minute: 3_600,
  hour: 86_400,
  day: 604_800,
  week: 2_629_800,
  month: 31_557_600,
}

/** Words for amounts that stand where a number might: groups of so many, changes, what costs nothing, how soon. */
function otherAt({ word, tag, lemma }: Tokens, i: number, headAt: HeadAt): Quantity | null {
  const w = word[i]!
  const next = word[i + 1] ?? ''
  const count = { from: i, to: i + 1, dimension: 'count' as const }
  const group = Object.hasOwn(GROUPS, w) && next === 'of' ? GROUPS[w]! : null
  if (
    group !== null &&
    tag[i + 2] !== '#' &&
    readNumberWord(word[i + 2] ?? '') === null &&
    scaleOf(word[i + 2] ?? '') === undefined
  )
    return quantity({ ...count, value: group, head: headAt(i + 1), ends: exactly(group) })
  if (w === 'both' && (tag[i + 1] === 'N' || tag[i + 1] === 'A' || next === 'of'))
    return quantity({ ...count, value: 2, head: headAt(i + 1), ends: exactly(2) })
  if (w === 'several' && tag[i + 1] !== '.')
    return quantity({
      ...count,
      value: 5,
      head: headAt(i + 1),
      ends: { ...moreThan(2), openLow: false },
      approximate: true,
    })
  if (UNCHANGED.has(w) && !/[NMDO]/.test(tag[i + 1] ?? ''))
    return quantity({ ...count, value: 0, dimension: 'percent', head: '', ends: exactly(0) })
  if (
    (w === 'for' && next === 'nothing') ||
    (w === 'free' && (next === 'of' || next === 'to' || next === 'for') && word[i + 2] !== 'the')
  )
    return freeAt(i, i + 2)
  if (w !== 'within' && w !== 'inside') return null
  const article = next === 'a' || next === 'an' ? 1 : 0
  const unit = unitOf(word[i + 1 + article] ?? '')
  if (unit?.dimension !== 'duration') return null
  const longest = article === 1 ? unit.factor : (NEXT_UNIT[lemma[i + 1]!] ?? 0)
  if (longest === 0) return null
  return quantity({
    from: i,
    to: i + 2 + article,
    value: longest,
    dimension: 'duration',
    unit: unit.name,
    head: '',
    ends: { ...lessThan(longest), openHigh: false },
  })
}

/** The amount that is told in words, without a number, at token `i`; null where there is none. `headAt` tells what is counted behind a token. */
export function readWordedAmount(tokens: Tokens, i: number, headAt: HeadAt): Quantity | null {
  return noneAt(tokens, i, headAt) ?? shareAt(tokens, i, headAt) ?? otherAt(tokens, i, headAt)
}
