import type { Quantity } from './analysis.ts'
import { readDigits, readNumberWord } from './number-words.ts'
import type { Tokens } from './tokens.ts'
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
  return { ...amount, ...ends, unit, approximate, rounding: 0 }
}

const PERSON = 'person'
const NOBODY = new Set(['nobody', 'no-one'])
const EVERYBODY = new Set(['everybody', 'everyone'])
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
const LARGE = new Set(['overwhelming', 'vast', 'large', 'great', 'huge', 'lion'])
const GROUPS: Record<string, number> = { pair: 2, duo: 2, couple: 2, trio: 3, quartet: 4, quintet: 5 }
const CHANGES: Record<string, number> = { unchanged: 0, frozen: 0, doubled: 100, tripled: 200 }
const COINS = new Set(['penny', 'cent', 'euro', 'dollar', 'pound', 'kopek', 'centime', 'krone'])

/** How long "within hours" is at most, in seconds. */
const NEXT_UNIT: Record<string, number> = {
  second: 60,
  minute: 3_600,
  hour: 86_400,
  day: 604_800,
  week: 2_629_800,
  month: 31_557_600,
}

type HeadAt = (token: number) => string

function noneAt({ word, tag, lemma }: Tokens, i: number, headAt: HeadAt): Quantity | null {
  const w = word[i]!
  const none = { value: 0, dimension: 'count' as const, ends: exactly(0) }
  if (NOBODY.has(w)) return quantity({ ...none, from: i, to: i + 1, head: PERSON })
  if (w === 'no' && word[i + 1] === 'one') return quantity({ ...none, from: i, to: i + 2, head: PERSON })
  if (w === 'none') return quantity({ ...none, from: i, to: i + 1, head: headAt(i + 1) })
  const single =
    (w === 'not' || w === 'without') &&
    word[i + 1] === 'a' &&
    (word[i + 2] === 'single' || COINS.has(lemma[i + 2] ?? ''))
  const to = single
    ? i + (word[i + 2] === 'single' ? 3 : 2)
    : w === 'not' && word[i + 1] === 'one'
      ? i + 2
      : 0
  if (to > 0) {
    const head = headAt(to)
    return COINS.has(head) ? freeAt(i, to + 1) : quantity({ ...none, from: i, to, head })
  }
  if (w !== 'no' || (tag[i + 1] !== 'N' && tag[i + 1] !== 'A') || word[i + 1] === 'more') return null
  const head = headAt(i + 1)
  return head === '' ? null : quantity({ ...none, from: i, to: i + 1, head })
}

const freeAt = (from: number, to: number): Quantity =>
  quantity({ from, to, value: 0, dimension: 'money', head: '', ends: exactly(0) })

function shareAt({ word, tag }: Tokens, i: number, headAt: HeadAt): Quantity | null {
  const w = word[i]!
  const [previous, next] = [word[i - 1] ?? '', word[i + 1] ?? '']
  const share = (from: number, to: number, value: number, ends: Ends, head = headAt(to)) =>
    quantity({ from, to, value, dimension: 'percent', head, ends })
  if (EVERYBODY.has(w)) return share(i, i + 1, 100, exactly(100), PERSON)
  if (w === 'unanimous' || w === 'unanimously') return share(i, i + 1, 100, exactly(100), 'vote')
  if (w === 'both' && (tag[i + 1] === 'N' || tag[i + 1] === 'A')) return share(i, i + 1, 100, exactly(100))
  if (ALL.has(w) && !BEFORE_ALL.has(previous) && (w !== 'all' || next === 'the' || !AFTER_ALL.has(next))) {
    const of = next === 'one' && word[i + 2] === 'of' ? 2 : 0
    const at = i + 1 + of
    const behind = word[at] === 'the' ? at + 1 : at
    const head = headAt(tag[behind] === '#' ? behind + 1 : behind)
    return head === '' ? null : share(i, i + 1 + of, 100, exactly(100), head)
  }
  if (
    (w === 'all' || w === 'every') &&
    (previous === 'almost' || previous === 'nearly' || previous === 'virtually')
  )
    return share(i - 1, i + 1, 90, { low: 75, high: 100, openLow: false, openHigh: true })
  if ((w === 'all' || w === 'every') && previous === 'not') return share(i - 1, i + 1, 60, lessThan(100))
  if (w === 'majority' && LARGE.has(previous)) return share(i - 1, i + 1, 60, moreThan(60))
  if (
    w === 'most' &&
    next !== 'of' &&
    previous !== 'the' &&
    previous !== 'at' &&
    (tag[i + 1] === 'N' || tag[i + 1] === 'M')
  )
    return share(i, i + 1, 50, moreThan(50))
  if (w === 'minority') return share(i, i + 1, 50, lessThan(50))
  const scarce = w === 'any' && (previous === 'hardly' || previous === 'scarcely' || previous === 'barely')
  if (scarce) return share(i - 1, i + 1, 5, lessThan(20))
  if (w === 'few' && previous !== 'a' && previous !== 'the' && (next === 'of' || tag[i + 1] === 'N'))
    return share(i, i + 1, 15, lessThan(35))
  return null
}

/** Words for amounts that stand where a number might: groups of so many, changes, what costs nothing, how soon. */
function otherAt({ word, tag, lemma }: Tokens, i: number, headAt: HeadAt): Quantity | null {
  const w = word[i]!
  const next = word[i + 1] ?? ''
  const group = Object.hasOwn(GROUPS, w) && next === 'of' ? GROUPS[w]! : null
  if (
    group !== null &&
    tag[i + 2] !== '#' &&
    readNumberWord(word[i + 2] ?? '') === null &&
    word[i + 2] !== 'hundred'
  )
    return quantity({
      from: i,
      to: i + 1,
      value: group,
      dimension: 'count',
      head: headAt(i + 1),
      ends: exactly(group),
    })
  if (Object.hasOwn(CHANGES, w))
    return quantity({
      from: i,
      to: i + 1,
      value: CHANGES[w]!,
      dimension: 'percent',
      head: '',
      ends: exactly(CHANGES[w]!),
    })
  if (
    (w === 'for' && next === 'nothing') ||
    (w === 'free' && (next === 'of' || next === 'to' || next === 'for') && word[i + 2] !== 'the')
  )
    return freeAt(i, i + 2)
  if (w !== 'within' && w !== 'inside') return null
  const article = next === 'a' || next === 'an' ? 1 : 0
  const unit = unitOf(word[i + 1 + article] ?? '')
  if (unit?.dimension !== 'duration') return null
  const most = article === 1 ? unit.factor : (NEXT_UNIT[lemma[i + 1]!] ?? 0)
  if (most === 0) return null
  const to = i + 2 + article
  return quantity({
    from: i,
    to,
    value: most,
    dimension: 'duration',
    unit: unit.name,
    head: '',
    ends: { ...lessThan(most), openHigh: false },
  })
}

/** The amount that is told in words, without a number, at token `i`; null where there is none. `headAt` tells what is counted behind a token. */
export function readWordedAmount(tokens: Tokens, i: number, headAt: HeadAt): Quantity | null {
  return noneAt(tokens, i, headAt) ?? shareAt(tokens, i, headAt) ?? otherAt(tokens, i, headAt)
}

const OF_REACH = 5

/** "two of the six sites", "three of August's nine flaws", "nine soldiers in ten": the share that the first number is of the second. */
export function shareOfWhole({ word }: Tokens, part: Quantity | undefined, whole: Quantity): Quantity | null {
  if (part === undefined || part.dimension !== 'count' || whole.dimension !== 'count') return null
  if (part.value <= 0 || part.value > whole.value || whole.from - part.to > OF_REACH) return null
  const between = word.slice(part.to, whole.from)
  const isOf = between[0] === 'of' || (between[0] === 'out' && between[1] === 'of')
  const isIn = between.length === 2 && between[1] === 'in' && isRound(word[whole.from] ?? '')
  if (!isOf && !isIn) return null
  const scale = 100 / whole.value
  if (word[part.from - 1] === 'but' && word[part.from - 2] === 'all') {
    const rest = (whole.value - part.value) * scale
    return {
      ...part,
      to: whole.to,
      value: rest,
      ...exactly(rest),
      dimension: 'percent',
      head: whole.head,
      rounding: 1,
    }
  }
  return {
    ...part,
    to: whole.to,
    value: part.value * scale,
    low: part.low === null ? null : part.low * scale,
    high: part.high === null ? null : part.high * scale,
    dimension: 'percent',
    unit: '',
    head: isOf ? whole.head : part.head,
    rounding: 1,
  }
}

/** Ten and a hundred, of which shares are told. */
function isRound(word: string): boolean {
  const value = readNumberWord(word) ?? readDigits(word)?.value
  return value === 10 || value === 100 || value === 5 || value === 20
}
