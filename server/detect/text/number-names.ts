import { readDigits } from './number-words.ts'
import type { Tokens } from './tokens.ts'
import type { Unit } from './units.ts'

/** Words behind which a number is a name: "flight 370", "Boeing 747". */
const NUMBERED = new Set(
  `train flight turbine route article room platform gate highway motorway boeing airbus reactor section chapter page paragraph channel
phase stage apollo act clause unit pier terminal line bus tram coach carriage warehouse block camp hall ward dock number no no. formula
lot case berth track runway junction district zone sector class`.split(/\s+/),
)

/** Whether the number at token `i` only names something, and nothing is counted. */
export function isName({ word, tag, lemma }: Tokens, i: number): boolean {
  if (i === 0 || readDigits(word[i]!) === null || !NUMBERED.has(word[i - 1]!)) return false
  const next = tag[i + 1]
  return (next !== 'N' && next !== 'A' && next !== '#' && word[i + 1] !== '%') || lemma[i + 1] === 'leave'
}

/** "the 1971 towers", "the 2010 census": a year that stands before a noun; "1971 people" is a count. */
export function isYear({ word, tag, lemma }: Tokens, i: number): boolean {
  if (!/^(1[89]|20)\d\d$/.test(word[i]!) || tag[i + 1] !== 'N') return false
  const singular = word[i + 1] === lemma[i + 1] && word[i + 1] !== 'people'
  const owned = word[i - 1] === 'the' || word[i - 1] === "'s" || word[i - 1] === 'its' || tag[i - 1] === 'A'
  return owned && singular
}

/** Bounds that as often say where. */
export const PLACES = new Set([
  'beneath',
  'under',
  'below',
  'above',
  'over',
  'beyond',
  'past',
  'inside',
  'within',
])
/** What only a measure can be more or less than: "faster than three people" is no more than three. */
const OF_MEASURES = new Set(
  'longer older taller heavier further farther deeper faster shorter younger lighter bigger sooner cheaper'.split(
    ' ',
  ),
)

/** Whether a bound's words say where or what instead of how much: "beneath 800 metres of ice", "passed three bills". */
export function isNoBound(
  { word }: Tokens,
  from: number,
  to: number,
  unit: Unit | null,
  head: string,
): boolean {
  const before = word[from - 1] ?? ''
  if (unit?.dimension === 'length' && PLACES.has(before)) return word[to] === 'of'
  if (before === 'than' && OF_MEASURES.has(word[from - 2] ?? '')) return unit === null
  if (before === 'past' && unit === null) return true
  return before === 'passed' && (unit === null ? head !== '' : unit.dimension === 'length')
}
