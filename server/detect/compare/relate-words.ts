import { type Standing, standing } from '../lexicon/named.ts'
import { ABOVE, BELOW, COSINE, EQUAL, relate, SIBLING } from '../lexicon/relate.ts'

/** The words of a statement by number: of each its lemma, its nation (0 for none) and the known name it belongs to (0 for none). */
export type Words = { id: Int32Array; alias: Int32Array; name: Uint16Array }

const SAME_NATION = EQUAL | (254 << 8)
/** A little less sure, so that "British" is aligned with "British" rather than with the "government" of a British government. */
const SAME_NAME = EQUAL | (250 << 8)

/**
 * The relation (see lexicon/relate.ts) of word i of one statement and word j of another: by nation, by what is known of the names they
 * belong to (one lies in the other: ABOVE or BELOW; they lie in other countries: SIBLING), else by the words themselves.
 */
export function relateWords(a: Words, i: number, b: Words, j: number): number {
  if (a.alias[i] !== 0 && a.alias[i] === b.alias[j]) return SAME_NATION
  const relation = relate(a.id[i]!, b.id[j]!)
  return a.name[i] === 0 || b.name[j] === 0 || (relation & EQUAL) !== 0
    ? relation
    : relateNames(a.name[i]!, b.name[j]!, relation)
}

/** What a standing says as a relation. */
const BITS: Record<Exclude<Standing, 'same' | 'unknown'>, number> = {
  above: ABOVE,
  below: BELOW,
  apart: SIBLING,
}

function relateNames(a: number, b: number, relation: number): number {
  const found = standing(a, b)
  if (found === 'same') return SAME_NAME
  /** WordNet would have a "State" above "Jersey" where New York State and New Jersey are told apart. */
  return found === 'unknown' ? relation & ~(ABOVE | BELOW) : (relation & COSINE) | BITS[found]
}

/** Whether a statement says a name, also in other words; with `near` also what lies in it or what it lies in. */
export function saysName(side: Words, name: number, near: boolean): boolean {
  if (name === 0) return false
  for (let k = 0; k < side.name.length; k++) {
    if (side.name[k] === name) return true
    if (near && side.name[k] !== 0 && NEAR.has(standing(side.name[k]!, name))) return true
  }
  return false
}

const NEAR = new Set<Standing>(['above', 'below'])
