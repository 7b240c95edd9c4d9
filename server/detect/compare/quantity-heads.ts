import { wordId } from '../lexicon/lexicon.ts'
import { ABOVE, BELOW, cosineOf, isSame, relate } from '../lexicon/relate.ts'
import type { Quantity } from '../text/analysis.ts'
import { isPerson } from '../text/persons.ts'
import type { Pair } from './pair.ts'
import { type Prepared, VERB_WORD } from './prepare.ts'

const PERSONS = new Set(['people', 'person', 'victim', 'man', 'woman', 'child', 'civilian'])
/** "People" and "persons" stand for whoever is meant. */
const ANYONE = new Set(['people', 'person'])
const FORCES = new Set(['troop', 'soldier', 'personnel', 'serviceman'])
const CORPS = new Set([
  'marine',
  'paratrooper',
  'commando',
  'ranger',
  'sailor',
  'airman',
  'reservist',
  'guardsman',
  'gunner',
])

/** "killed 2,975 people", "2,975 deaths": whether persons on one side are counted by what befell them on the other. */
function countsPersons(side: Prepared, q: Quantity, other: string): boolean {
  if (!PERSONS.has(q.head) || other === '') return false
  const { clause } = side.analysis
  const id = wordId(other)
  for (let k = 0; k < side.size; k++)
    if (
      (side.kind[k]! & VERB_WORD) !== 0 &&
      clause[side.token[k]!] === clause[q.from] &&
      isSame(relate(side.id[k]!, id))
    )
      return true
  return false
}

/** Whether what is counted as `narrow` is a class of what is counted as `wide`. */
function isClassOf(narrow: string, wide: string): boolean {
  if (narrow === wide || ANYONE.has(wide)) return false
  if (FORCES.has(wide) && CORPS.has(narrow)) return true
  const relation = relate(wordId(wide), wordId(narrow))
  return (relation & ABOVE) !== 0 && !isSame(relation)
}

/** Whether the smaller of two counts is of a class of what the larger one counts: the one may be part of the other. */
export const isPart = (a: Quantity, b: Quantity): boolean =>
  a.dimension === 'count' && (a.value < b.value ? isClassOf(a.head, b.head) : isClassOf(b.head, a.head))

/** How far two numbers count the same by what they are said to count, 0–1. */
export function headMatch(pair: Pair, a: Quantity, b: Quantity): number {
  const match = nounMatch(a.head, b.head)
  if (match >= 0.7) return match
  return countsPersons(pair.a, a, b.head) || countsPersons(pair.b, b, a.head) ? 0.85 : match
}

function nounMatch(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 0.35 : 0.25
  if (a === b) return 1
  const relation = relate(wordId(a), wordId(b))
  if (isSame(relation)) return 0.9
  if ((relation & (ABOVE | BELOW)) !== 0 || isClassOf(a, b) || isClassOf(b, a)) return 0.7
  if ((ANYONE.has(a) && isPerson(b)) || (ANYONE.has(b) && isPerson(a))) return 0.7
  return cosineOf(relation) > 0.55 || (isPerson(a) && isPerson(b)) ? 0.45 : 0
}

/** Whether none of what `none` counts leaves none of what `some` counts: "nobody" rules out nine pupils, but "no children" no fourteen people. */
export function rulesOut(none: Quantity, some: Quantity): boolean {
  const [a, b] = [none.head, some.head]
  if (a === b || b === '' || some.dimension === 'money' || ANYONE.has(a)) return true
  if (
    isClassOf(a, b) ||
    (isPerson(a) && (isPerson(b) || ANYONE.has(b)) && !isSame(relate(wordId(a), wordId(b))))
  )
    return isClassOf(b, a)
  return true
}
