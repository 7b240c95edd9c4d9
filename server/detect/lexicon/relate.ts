import { cosine, family, inOneGroup, lexFile, opposition, senseStart, senses, WORD_COUNT } from './lexicon.ts'
import { type NounStanding, nounStanding } from './nouns.ts'
import { areSiblings, isAbove, shareSense } from './senses.ts'

/** How two words are related, as bits of one integer; bits 8–15 hold the cosine (see `cosineOf`). */
export const EQUAL = 1
export const FAMILY = 2
export const SYNONYM = 4
export const OPPOSED = 8
export const WEAKLY_OPPOSED = 16
/** The first word is above the second in WordNet or by hand. */
export const ABOVE = 32
export const BELOW = 64
/** Both stand directly under one noun: London and Paris, Monday and Tuesday, doctor and lawyer. */
export const SIBLING = 128

/** Where the cosine stands. */
export const COSINE = 255 << 8

export const SAME = EQUAL | FAMILY | SYNONYM

/** Whether a relation means that both words say the same. */
export const isSame = (relation: number): boolean => (relation & SAME) !== 0 && (relation & OPPOSED) === 0
export const isOpposed = (relation: number): boolean => (relation & OPPOSED) !== 0 && (relation & EQUAL) === 0

const LOCATION = 15

/** Whether the first sense of a word is a place: two places are never opposites, whatever a list says. */
function isLocation(id: number): boolean {
  return (
    id < WORD_COUNT && senseStart[id + 1]! > senseStart[id]! && lexFile[senses[senseStart[id]!]!] === LOCATION
  )
}

const NOUN_BITS: Record<NounStanding, number> = { same: SYNONYM, above: ABOVE, below: BELOW, none: 0 }

function findRelation(a: number, b: number): number {
  const cos = Math.round((cosine(a, b) + 1) * 127) << 8
  const opposed = isLocation(a) && isLocation(b) ? 0 : opposition(a, b)
  let bits = opposed === 2 ? OPPOSED : opposed === 1 ? WEAKLY_OPPOSED : 0
  if (inOneGroup(a, b)) bits |= SYNONYM
  const known = a < WORD_COUNT && b < WORD_COUNT
  if (known && family[a] === family[b]) bits |= FAMILY
  if (known && shareSense(a, b)) bits |= SYNONYM
  if ((bits & (SAME | OPPOSED)) === 0) bits |= NOUN_BITS[nounStanding(a, b)]
  if (!known) return cos | bits
  if ((bits & (SYNONYM | ABOVE | BELOW)) === 0) {
    if (isAbove(a, b)) bits |= ABOVE
    else if (isAbove(b, a)) bits |= BELOW
    else if (areSiblings(a, b)) bits |= SIBLING
  }
  return cos | bits
}

/** Two word numbers and their relation stand side by side, four places a slot, so that one line of memory is read. */
const SLOTS = 1 << 18
const kept = new Int32Array(4 * SLOTS).fill(-1)

/** The relation of two word numbers. Kept in a table of fixed size, where a later pair may push out an earlier one. */
export function relate(a: number, b: number): number {
  if (a === b) return EQUAL | (254 << 8)
  if (a > b) {
    const r = relate(b, a)
    return (r & ~(ABOVE | BELOW)) | ((r & ABOVE) << 1) | ((r & BELOW) >> 1)
  }
  const slot = ((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 14) * 4
  if (kept[slot] === a && kept[slot + 1] === b) return kept[slot + 2]!
  const relation = findRelation(a, b)
  kept[slot] = a
  kept[slot + 1] = b
  kept[slot + 2] = relation
  return relation
}

/** The cosine inside a relation, -1 to 1. */
export function cosineOf(relation: number): number {
  return (relation >> 8) / 127 - 1
}
