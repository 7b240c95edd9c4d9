import { isPerson } from './persons.ts'
import type { Tokens } from './tokens.ts'

/** Ages in tens: "in his sixties", "a man in her mid-20s". */
const TENS: Record<string, number> = {
  teens: 10,
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
}
const OWNERS = new Set(['his', 'her', 'their', 'my', 'your'])
const YEAR = 31_557_600

export type Age = { from: number; to: number; low: number; high: number; openHigh: boolean }

/** "in his sixties", "barely out of her teens": an age told by the ten, in seconds; null where there is none. */
export function readTens({ word }: Tokens, i: number): Age | null {
  if (!word[i]!.endsWith('s')) return null
  const [, digits] = /^(?:early-|mid-|late-)?(\w+)$/.exec(word[i]!) ?? []
  const name = digits ?? ''
  const ten = Object.hasOwn(TENS, name) ? TENS[name]! : /^[2-9]0s$/.test(name) ? Number(name.slice(0, 2)) : 0
  if (ten === 0) return null
  const near = ['early', 'mid', 'late', 'middle', '-'].includes(word[i - 1] ?? '') ? 1 : 0
  if (!OWNERS.has(word[i - 1 - near] ?? '')) return null
  const left = word[i - 2 - near] === 'of' && word[i - 3 - near] === 'out'
  const [low, high] = left ? [20, 30] : ten === 10 ? [13, 20] : [ten, ten + 10]
  return {
    from: i,
    to: i + 1,
    low: low * YEAR,
    high: high * YEAR,
    openHigh: true,
  }
}

const AGE_BEFORE = new Set(['aged', 'age', 'turned', 'turning', 'turns'])
const DIED = new Set(['died', 'dies', 'dead'])
const DIED_REACH = 5
const OLD = new Set(['old', 'olds'])

/** "a woman of 91": one person, of whom no others are counted. */
const isPersonOf = ({ word, lemma, tag }: Tokens, at: number): boolean =>
  tag[at] === 'N' && word[at] === lemma[at] && isPerson(lemma[at]!)

/** "the widow was 101": the subject of "be" before a number that counts nothing is one person. */
export const isAgeOf = ({ word, lemma }: Tokens, from: number, subject: string): boolean =>
  lemma[from - 1] === 'be' && (word[from - 2] === 'who' || (word.includes(subject) && isPerson(subject)))

/**
 * Whether the number or time between two tokens is an age: "17-year-old", "two years old", "aged 18", "at the age of 90",
 * "turned sixty-eight", "dead at 79", "Ilse Baum, 17, …", "At 89, the conductor …". Returns where its words end; null when it is none.
 */
export function ageEnd(tokens: Tokens, from: number, to: number, inYears: boolean): number | null {
  const { word, tag } = tokens
  if (inYears) {
    const at = word[to] === '-' ? to + 1 : to
    return OLD.has(word[at] ?? '') ? at + 1 : null
  }
  const before = word[from - 1] ?? ''
  if (tag[to] === 'N' || word[to] === '%' || word[to] === 'per') return null
  if (AGE_BEFORE.has(before)) return to
  if (before === 'of' && (word[from - 2] === 'age' || isPersonOf(tokens, from - 2))) return to
  if (before === 'at' && word.slice(Math.max(0, from - DIED_REACH), from).some(w => DIED.has(w))) return to
  if (before === ',' && word[to] === ',' && tag[from - 2] === 'M') return to
  const opens =
    before === 'at' && (from === 1 || word[from - 2] === ',') && (word[to] === ',' || tag[to] === 'O')
  return opens ? to : null
}

/** "her hundredth birthday": the ordinal before a birthday is an age. */
export const isBirthday = ({ word }: Tokens, at: number): boolean => word[at] === 'birthday'

export const SECONDS_A_YEAR = YEAR
