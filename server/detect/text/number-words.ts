/** Numbers in words and digits. */

const SMALL: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const ORDINALS: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
  hundredth: 100,
}
const SCALES: Record<string, number> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  tn: 1e12,
  dozen: 12,
  score: 20,
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
  dozens: 12,
  scores: 20,
}
const FRACTIONS: Record<string, number> = {
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fifth: 1 / 5,
  sixth: 1 / 6,
  seventh: 1 / 7,
  eighth: 1 / 8,
  ninth: 1 / 9,
  tenth: 1 / 10,
  twelfth: 1 / 12,
  twentieth: 1 / 20,
  hundredth: 1 / 100,
}
const FRACTION_PLURALS: Record<string, number> = {
  thirds: 1 / 3,
  quarters: 1 / 4,
  fifths: 1 / 5,
  sixths: 1 / 6,
  sevenths: 1 / 7,
  eighths: 1 / 8,
  ninths: 1 / 9,
  tenths: 1 / 10,
  hundredths: 1 / 100,
}

const own = (table: Record<string, number>, word: string): number | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined

export const scaleOf = (word: string): number | undefined => own(SCALES, word)
export const fractionOf = (word: string): number | undefined =>
  own(FRACTIONS, word) ?? own(FRACTION_PLURALS, word)
export const smallOf = (word: string): number | undefined => own(SMALL, word)

/** "third" or "21st" as a number, else null. */
export function readOrdinal(word: string): number | null {
  const digits = /^(\d{1,4})(st|nd|rd|th)$/.exec(word)
  if (digits?.[1] !== undefined) return Number(digits[1])
  const parts = word.split('-')
  const last = own(ORDINALS, parts.at(-1) ?? '')
  if (last === undefined) return null
  const tens = parts.length === 2 ? own(SMALL, parts[0] ?? '') : 0
  return tens === undefined ? null : tens + last
}

export type Written = {
  value: number
  /** Half a unit of the last digit that is meant: trailing zeros are, after three others ("8,850"), else they may be rounding ("5,000"). */
  rounding: number
}

/** "5,000", "8,844.43", "750", "5k", "$5.4m": digits with at most one scale letter; null for anything else. */
export function readDigits(word: string): Written | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?(k|m|mn|bn|tn)?$/.exec(word)
  if (match === null) return null
  const digits = (match[1] ?? '').replaceAll(',', '')
  const decimals = match[2] ?? ''
  const scale = match[3] === undefined ? 1 : (scaleOf(match[3]) ?? 1)
  const value = Number(digits + decimals) * scale
  return {
    value,
    rounding: (decimals === '' ? lastDigit(digits) : 10 ** -(decimals.length - 1)) * scale * 0.5,
  }
}

const EXACT_FROM = 3

function lastDigit(digits: string): number {
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0
  return zeros === digits.length || digits.length - zeros >= EXACT_FROM ? 1 : 10 ** zeros
}

/** "seventy-five", "forty", "twelve"; null for anything else. */
export function readNumberWord(word: string): number | null {
  let sum = 0
  for (const [i, part] of word.split('-').entries()) {
    const small = own(SMALL, part)
    if (small === undefined || i > 1) return null
    sum += small
  }
  return sum
}
