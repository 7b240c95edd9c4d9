import type { Quantity } from './analysis.ts'
import { readDigits, readNumberWord } from './number-words.ts'
import type { Tokens } from './tokens.ts'

const OF_REACH = 5
const IN_REACH = 3

const scaled = (end: number | null, scale: number) => (end === null ? null : end * scale)

/** Ten and a hundred, of which shares are told. */
function isRound(word: string): boolean {
  const value = readNumberWord(word) ?? readDigits(word)?.value
  return value === 10 || value === 100 || value === 5 || value === 20
}

const isAllBut = ({ word }: Tokens, part: Quantity): boolean =>
  word[part.from - 1] === 'but' && word[part.from - 2] === 'all'

/** "all but 30 of its 410 workers": the share and the number of those that are left. */
function restOf(part: Quantity, whole: Quantity): Quantity[] {
  const rest = whole.value - part.value
  const left = {
    ...part,
    value: rest,
    low: rest,
    high: rest,
    openLow: false,
    openHigh: false,
    head: whole.head,
  }
  const share = (rest / whole.value) * 100
  return [
    left,
    { ...left, to: whole.to, value: share, low: share, high: share, dimension: 'percent', rounding: 1 },
  ]
}

/** Whether the words between a part and its whole say that it is one: "of the", "seats of", "climbers in". */
function tieOf({ word, tag }: Tokens, part: Quantity, whole: Quantity): 'of' | 'in' | null {
  const between = word.slice(part.to, whole.from)
  if (between.includes(',')) return null
  if (between[0] === 'of' || (between[0] === 'out' && between[1] === 'of')) return 'of'
  const next = tag[whole.to]
  const bare = next !== 'N' && next !== 'A'
  if (between.at(-1) === 'of' && between.length === 2 && tag[part.to] === 'N' && bare) return 'of'
  if (
    between.at(-1) !== 'in' ||
    between.length > IN_REACH ||
    !tag.slice(part.to, whole.from - 1).every(t => t === 'N' || t === 'A')
  )
    return null
  return isRound(word[whole.from] ?? '') || (part.value === 1 && bare) ? 'in' : null
}

/**
 * "two of the six sites", "three of August's nine flaws", "nine soldiers in ten", "44 seats of 120": the share that the first number is of the
 * second, and for "all but two of the ten" also how many are left. `rest` when the part itself is then not told. Null when it is none.
 */
export function shareOfWhole(
  tokens: Tokens,
  part: Quantity | undefined,
  whole: Quantity,
): { shares: Quantity[]; rest: boolean } | null {
  const { word } = tokens
  if (part === undefined || whole.dimension !== 'count') return null
  const tie = part.dimension === 'count' || part.dimension === 'money' ? tieOf(tokens, part, whole) : null
  if (tie === null || (part.dimension === 'money' && tie !== 'in')) return null
  if (part.value <= 0 || part.value > whole.value || whole.from - part.to > OF_REACH) return null
  if (isAllBut(tokens, part)) return { shares: restOf(part, whole), rest: true }
  const scale = 100 / whole.value
  const not = word[part.from - 1] === 'not'
  const share: Quantity = {
    ...part,
    to: whole.to,
    value: part.value * scale,
    low: not ? null : scaled(part.low, scale),
    high: scaled(part.high, scale),
    openHigh: not || part.openHigh,
    dimension: 'percent',
    unit: '',
    head: tie === 'of' ? whole.head || part.head : part.head,
    rounding: 1,
  }
  return { shares: [share], rest: false }
}

const FRONT_REACH = 24

/** "Of the 24 hostages, nine were let go": the share of a whole that was named first. Null when the number is none. */
export function shareOfFront(
  { word, sentence }: Tokens,
  whole: Quantity | undefined,
  part: Quantity,
): Quantity | null {
  if (whole === undefined || whole.dimension !== 'count' || part.dimension !== 'count' || part.head !== '')
    return null
  const before =
    word[whole.from - 1] === 'of' ? whole.from - 1 : word[whole.from - 2] === 'of' ? whole.from - 2 : -1
  const opens = before === 0 || (before > 0 && [',', ';', '.', 'and', ':', 'but'].includes(word[before - 1]!))
  if (!opens || part.from - whole.to > FRONT_REACH || sentence[part.from] !== sentence[whole.from])
    return null
  if (part.value > whole.value || !word.slice(whole.to, part.from).includes(',')) return null
  const allBut = word[part.from - 1] === 'but' && word[part.from - 2] === 'all'
  const scale = 100 / whole.value
  const value = (allBut ? whole.value - part.value : part.value) * scale
  return {
    ...part,
    value,
    low: allBut ? value : scaled(part.low, scale),
    high: allBut ? value : scaled(part.high, scale),
    dimension: 'percent',
    head: whole.head,
    rounding: 1,
  }
}
