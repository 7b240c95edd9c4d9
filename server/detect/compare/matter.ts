import { EQUAL, FAMILY, isOpposed, isSame, OPPOSED } from '../lexicon/relate.ts'
import type { Pair } from './pair.ts'
import { NAME_WORD } from './prepare.ts'
import { isWhere } from './reasons/slots.ts'

/** The share of the shorter statement that both must speak of for a conflict to be shown. */
const LEAST_SHARED = 0.2

/** How many words both must say, alike or as opposites, unless one of them has hardly more than that. */
const LEAST_WORDS = 2
const SHORT = 4

type Shared = {
  words: number
  /** Of them, names on both sides, and those of them that both say as the place where something is. */
  names: number
  places: number
  /** Mere synonyms, and mere opposites. */
  loose: number
  opposed: number
}

/** Counts the words that both say, alike or as opposites. */
function countShared({ a, b, alignment }: Pair): Shared {
  const shared: Shared = { words: 0, names: 0, places: 0, loose: 0, opposed: 0 }
  for (let i = 0; i < a.size; i++) {
    const j = alignment.ofA[i]!
    if (j < 0) continue
    const relation = alignment.relation[i]!
    if (!isSame(relation) && !isOpposed(relation)) continue
    shared.words++
    if (isSame(relation) && (a.kind[i]! & b.kind[j]! & NAME_WORD) !== 0) {
      shared.names++
      if (isWhere(a, i) && isWhere(b, j)) shared.places++
    } else if (!isSame(relation)) shared.opposed++
    else if ((relation & (EQUAL | FAMILY | OPPOSED)) === 0) shared.loose++
  }
  return shared
}

/** Whether two statements share enough for a conflict of theirs to be shown: a fifth of the shorter one. */
export function areOnOneTopic({ topic }: Pair): boolean {
  return topic >= LEAST_SHARED
}

/**
 * Whether two statements out of a store speak of one matter. Not when all they share is one word, nor when each names
 * somebody or some place and they have no name in common: what happened in one town says nothing of another.
 */
export function areOfOneMatter(pair: Pair, shared: Shared = countShared(pair)): boolean {
  const { a, b, namesOnlyA, namesOnlyB } = pair
  if (!areOnOneTopic(pair)) return false
  if (shared.words < LEAST_WORDS && Math.min(a.size, b.size) >= SHORT) return false
  return shared.names > 0 || namesOnlyA === 0 || namesOnlyB === 0
}

/** How many words besides the shared names the shorter of two statements must have for the names alone to say nothing. */
const FURTHER_WORDS = 2

/** From so many shared names on a synonym is enough besides: almost any two words have rare senses that are akin. */
const SEVERAL_NAMES = 2

/**
 * The same of any two statements out of many, of which hardly any two speak of one matter: then those that share nothing
 * but names do not, as all that is told of one town does; nor those of one town that have but opposite words besides: where talks
 * are broken off a strike may be joined.
 */
export function areLikelyOfOneMatter(pair: Pair): boolean {
  const shared = countShared(pair)
  if (!areOfOneMatter(pair, shared)) return false
  const { words, names, places, loose, opposed } = shared
  const further = Math.min(pair.a.size, pair.b.size) - names
  const idle = (names >= SEVERAL_NAMES ? 0 : loose) + (names > 0 && places === names ? opposed : 0)
  return words > names + idle || further < FURTHER_WORDS
}
