import { type Bare, CURRENCY } from './bare-number.ts'
import type { Tokens } from './tokens.ts'
import { cubicUnitOf, SEA_MILE, speedOf, squareUnitOf, type Unit, unitOf } from './units.ts'

/** Words between a number and a time or a length that leave it as long: "31 full sitting days", "forty sea miles". */
const PLAIN = new Set(
  'full whole entire straight consecutive successive solid sitting working long short more further metric'.split(
    ' ',
  ),
)

/** Words near by that tell a mass from a sum: "lost 12 pounds in weight". */
const WEIGHING = new Set(
  'weigh weight heavy heavier lift carry load shed baby birth scale fat flour meat fish drug cocaine cannabis heroin explosive steel'.split(
    ' ',
  ),
)
const WEIGHING_REACH = 6

/** Pounds are a sum of money unless something is weighed. */
function poundsAt({ lemma, word }: Tokens, from: number, to: number): Unit | null {
  const near = lemma.slice(Math.max(0, from - WEIGHING_REACH), to + WEIGHING_REACH)
  const weighed =
    near.some(l => WEIGHING.has(l)) || word[to] === 'of' || word[to - 1] === 'lb' || word[to - 1] === 'lbs'
  return weighed ? unitOf('pound') : unitOf('£')
}

export type Beside = { unit: Unit | null; from: number; to: number; point?: boolean }

/** A hundredth of a percentage point. */
const BASIS_POINT: Unit = { dimension: 'percent', factor: 0.01, name: 'point' }
const SPEED = new Set(['a', 'an', 'per'])
const COLD = new Set(['below', 'above', 'under', 'over', 'past'])

/** The unit that stands beside a number, and where number and unit together begin and end. `point` for percentage points. */
export function findUnit(tokens: Tokens, bare: Bare): Beside {
  const { word, text, tag } = tokens
  const before = word[bare.from - 1] ?? ''
  const none = { unit: null, from: bare.from, to: bare.to }
  if (CURRENCY.has(before)) return { ...none, unit: unitOf(before), from: bare.from - 1 }
  if (word[bare.from] === 'zero' && COLD.has(before) && tag[bare.to] !== 'N')
    return { ...none, unit: unitOf('celsius') }
  let at = bare.to
  if (word[at] === '-') at++
  const w = (word[at] ?? '').replace(/(?<=.)\.$/, '')
  const measured = (unit: Unit | null, to: number): Beside => ({ unit, from: bare.from, to })
  if (w === 'per' && word[at + 1] === 'cent') return measured(unitOf('percent'), at + 2)
  if (w === 'percentage' && /^points?$/.test(word[at + 1] ?? ''))
    return { ...measured(unitOf('percent'), at + 2), point: true }
  if (w === 'square' || w === 'sq') return measured(squareUnitOf(word[at + 1] ?? ''), at + 2)
  if (w === 'cubic') return measured(cubicUnitOf(word[at + 1] ?? ''), at + 2)
  if ((w === 'sea' || w === 'nautical') && /^miles?$/.test(word[at + 1] ?? ''))
    return measured(SEA_MILE, at + 2)
  if (w === 'basis' && /^points?$/.test(word[at + 1] ?? ''))
    return { ...measured(BASIS_POINT, at + 2), point: true }
  if (w === 'degrees' || w === 'degree' || w === '°' || w === 'c' || w === 'f') {
    const scale = (word[at + (w.length > 1 || w === '°' ? 1 : 0)] ?? '').charAt(0)
    const name = scale === 'f' ? 'fahrenheit' : 'celsius'
    if (w.length > 1 || w === '°' || /[CF]/.test(text[at] ?? '')) return measured(unitOf(name), at + 1)
  }
  const perHour =
    ((word[at + 1] === 'an' || word[at + 1] === 'per') && word[at + 2] === 'hour') ||
    (word[at + 1] === '/' && word[at + 2] === 'h')
  if ((w === 'km' || w === 'kilometres' || w === 'miles') && perHour)
    return measured(unitOf(w === 'miles' ? 'mph' : 'kph'), at + 3)
  if (tag[at] === 'M' && unitOf(word[at + 1] ?? '')?.dimension === 'money')
    return measured(unitOf(word[at + 1] ?? ''), at + 2)
  for (let more = at; PLAIN.has(word[more] ?? ''); more++) {
    const later = unitOf(word[more + 1] ?? '')
    if (later?.dimension === 'duration' || later?.dimension === 'length') return measured(later, more + 2)
  }
  const unit = unitOf(w)
  if (unit === null) return none
  const speed = SPEED.has(word[at + 1] ?? '') ? speedOf(unit, word[at + 2] ?? '') : null
  if (speed !== null) return measured(speed, at + 3)
  return measured(unit.name === 'pound' ? poundsAt(tokens, bare.from, at + 1) : unit, at + 1)
}

const MEASURES = new Set(['duration', 'length', 'mass', 'volume', 'area', 'percent'])

/** "half an hour", "three quarters of a mile", "two hundredths of a second", "half a percentage point": the unit that a fraction is of. */
export function unitOfFraction({ word }: Tokens, to: number): Beside | null {
  let at = word[to] === 'of' ? to + 1 : to
  const article = word[at] === 'a' || word[at] === 'an'
  if (article) at++
  if (!article && at !== to) return null
  if (word[at] === 'percentage' && word[at + 1] === 'point')
    return { unit: unitOf('percent'), from: to, to: at + 2, point: true }
  if (article && word[at] === 'point') return { unit: unitOf('percent'), from: to, to: at + 1, point: true }
  const unit = unitOf((word[at] ?? '').replace(/(?<=.)\.$/, ''))
  if (unit === null || !MEASURES.has(unit.dimension) || unit.name === 'percent') return null
  return { unit, from: to, to: at + 1 }
}
