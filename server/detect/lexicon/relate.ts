import {
  cosine,
  family,
  inOneGroup,
  lexFile,
  NOUN,
  opposition,
  parentStart,
  parents,
  senseStart,
  senses,
  tags,
  WORD_COUNT,
} from './lexicon.ts'

/** How two words are related, as bits of one integer; bits 8–15 hold the cosine (see `cosineOf`). */
export const EQUAL = 1
export const FAMILY = 2
export const SYNONYM = 4
export const OPPOSED = 8
export const WEAKLY_OPPOSED = 16
/** The first word is above the second in WordNet. */
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

const MAX_DEPTH = 3
/** Noun classes whose siblings exclude one another: animal, artifact, body, food, location, person, plant, substance, time. */
const EXCLUSIVE = new Set([5, 6, 8, 13, 15, 18, 20, 27, 28])

function isAbove(a: number, b: number): boolean {
  for (let i = senseStart[b]!; i < senseStart[b + 1]!; i++)
    if (climbs(senses[i]!, senseStart[a]!, senseStart[a + 1]!, MAX_DEPTH)) return true
  return false
}

function climbs(synset: number, from: number, to: number, depth: number): boolean {
  for (let p = parentStart[synset]!; p < parentStart[synset + 1]!; p++) {
    const parent = parents[p]!
    for (let i = from; i < to; i++) if (senses[i] === parent) return true
    if (depth > 1 && climbs(parent, from, to, depth - 1)) return true
  }
  return false
}

function shareSense(a: number, b: number): boolean {
  for (let i = senseStart[a]!; i < senseStart[a + 1]!; i++)
    for (let j = senseStart[b]!; j < senseStart[b + 1]!; j++) if (senses[i] === senses[j]) return true
  return false
}

/** Only the first two senses count: rare senses make siblings of almost anything. */
function areSiblings(a: number, b: number): boolean {
  if ((tags[a]! & tags[b]! & NOUN) === 0) return false
  for (let i = senseStart[a]!; i < Math.min(senseStart[a + 1]!, senseStart[a]! + 2); i++)
    for (let j = senseStart[b]!; j < Math.min(senseStart[b + 1]!, senseStart[b]! + 2); j++) {
      const [x, y] = [senses[i]!, senses[j]!]
      if (!EXCLUSIVE.has(lexFile[x]!) || lexFile[x] !== lexFile[y]) continue
      for (let p = parentStart[x]!; p < parentStart[x + 1]!; p++)
        for (let q = parentStart[y]!; q < parentStart[y + 1]!; q++) if (parents[p] === parents[q]) return true
    }
  return false
}

const LOCATION = 15

/** Whether the first sense of a word is a place: two places are never opposites, whatever a list says. */
function isLocation(id: number): boolean {
  return (
    id < WORD_COUNT && senseStart[id + 1]! > senseStart[id]! && lexFile[senses[senseStart[id]!]!] === LOCATION
  )
}

function findRelation(a: number, b: number): number {
  const cos = Math.round((cosine(a, b) + 1) * 127) << 8
  const opposed = isLocation(a) && isLocation(b) ? 0 : opposition(a, b)
  let bits = opposed === 2 ? OPPOSED : opposed === 1 ? WEAKLY_OPPOSED : 0
  if (inOneGroup(a, b)) bits |= SYNONYM
  if (a >= WORD_COUNT || b >= WORD_COUNT) return cos | bits
  if (family[a] === family[b]) bits |= FAMILY
  if (shareSense(a, b)) bits |= SYNONYM
  if ((bits & SYNONYM) === 0) {
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
