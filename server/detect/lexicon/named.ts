import { readFileSync } from 'node:fs'
import { section, unpack, unpackWords } from './container.ts'

/** The names the detector knows: which place lies in which, and who stands for whom. weights/names.bin, made by build-names.ts. */

const sections = unpack(readFileSync(new URL('../weights/names.bin', import.meta.url)))
const numbers = section(sections, 'numbers', Uint16Array)
const kind = section(sections, 'kind', Uint8Array)
const aboveStart = section(sections, 'aboveStart', Uint16Array)
const above = section(sections, 'above', Uint16Array)
const governs = section(sections, 'governs', Uint16Array)

const numberOf = new Map<string, number>()
/** Of each first word the most words a name that begins with it has. */
const longest = new Map<string, number>()
for (const [i, phrase] of unpackWords(section(sections, 'phrases', Uint8Array)).entries()) {
  numberOf.set(phrase, numbers[i]!)
  const words = phrase.split(' ')
  longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, words.length))
}

const COUNTRY = 2
const REGION = 3

/** The most words of a name that begins with this one (see `plain`); 0 when none does. */
export const mostWords = (word: string): number => longest.get(word) ?? 0

/** The number of a name of plain words parted by blanks, from 1 on; 0 when it is not known. */
export const nameNumber = (words: string): number => numberOf.get(words) ?? 0

export const isPlaceNumber = (number: number): boolean => kind[number]! > 0

/** The country whose seat of government a place is, or 0. */
export const governedFrom = (number: number): number => governs[number]!

/** Whether b lies in a or belongs to it. */
function contains(a: number, b: number): boolean {
  for (let i = aboveStart[b]!; i < aboveStart[b + 1]!; i++) if (above[i] === a) return true
  return false
}

/** Whether two places lie in countries of which they share none. */
function areAbroad(a: number, b: number): boolean {
  let [ofA, ofB] = [0, 0]
  for (let i = aboveStart[b]!; i < aboveStart[b + 1]!; i++) if (kind[above[i]!] === COUNTRY) ofB++
  for (let i = aboveStart[a]!; i < aboveStart[a + 1]!; i++) {
    const country = above[i]!
    if (kind[country] !== COUNTRY) continue
    ofA++
    if (contains(country, b)) return false
  }
  return ofA > 0 && ofB > 0
}

/** Whether b is an office of the country that is governed from a: "Brussels" and the European Commission. */
function isGovernedFrom(a: number, b: number): boolean {
  const country = governs[a]!
  return country !== 0 && !isPlaceNumber(b) && (country === b || contains(country, b))
}

export type Standing = 'same' | 'above' | 'below' | 'apart' | 'unknown'

/**
 * How two names stand to each other by their numbers: they are one, the first contains the second or lies in it, or they exclude each
 * other: two countries, two places in countries of which they share none, and two places in which others lie. A seat of government is above what belongs to the
 * country. All else is unknown.
 */
export function standing(a: number, b: number): Standing {
  if (a === b) return 'same'
  if (contains(a, b)) return 'above'
  if (contains(b, a)) return 'below'
  if (kind[a] === kind[b] && (kind[a] === COUNTRY || kind[a] === REGION)) return 'apart'
  if (isPlaceNumber(a) && isPlaceNumber(b) && areAbroad(a, b)) return 'apart'
  if (isGovernedFrom(a, b)) return 'above'
  return isGovernedFrom(b, a) ? 'below' : 'unknown'
}
