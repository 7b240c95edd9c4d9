import { type Dimension, LIMITS, type Quantity } from './analysis.ts'
import { type Bare, CURRENCY, readBare } from './bare-number.ts'
import { type BoundKind, boundAfter, boundBefore, intervalOf } from './bounds.ts'
import { fractionOf, readOrdinal } from './number-words.ts'
import type { Tokens } from './tokens.ts'
import { squareUnitOf, type Unit, unitOf } from './units.ts'
import { readWordedAmount, shareOfWhole } from './worded-amounts.ts'

/** Words between a number and a time that leave it as long: "31 full sitting days". */
const PLAIN = new Set(
  'full whole entire straight consecutive successive solid sitting working long short more further'.split(
    ' ',
  ),
)

function findUnit({ word, text, tag }: Tokens, bare: Bare): { unit: Unit | null; from: number; to: number } {
  const before = word[bare.from - 1] ?? ''
  if (CURRENCY.has(before)) {
    return { unit: unitOf(before), from: bare.from - 1, to: bare.to }
  }
  let at = bare.to
  if (word[at] === '-') at++
  const w = (word[at] ?? '').replace(/(?<=.)\.$/, '')
  if (w === 'per' && word[at + 1] === 'cent') return { unit: unitOf('percent'), from: bare.from, to: at + 2 }
  if (w === 'square' || w === 'sq')
    return { unit: squareUnitOf(word[at + 1] ?? ''), from: bare.from, to: at + 2 }
  if (w === 'degrees' || w === 'degree' || w === '°' || w === 'c' || w === 'f') {
    const scale = (word[at + (w.length > 1 || w === '°' ? 1 : 0)] ?? '').charAt(0)
    const name = scale === 'f' ? 'fahrenheit' : 'celsius'
    if (w.length > 1 || w === '°' || /[CF]/.test(text[at] ?? ''))
      return { unit: unitOf(name), from: bare.from, to: at + 1 }
  }
  const perHour =
    ((word[at + 1] === 'an' || word[at + 1] === 'per') && word[at + 2] === 'hour') ||
    (word[at + 1] === '/' && word[at + 2] === 'h')
  if ((w === 'km' || w === 'kilometres' || w === 'miles') && perHour)
    return { unit: unitOf(w === 'miles' ? 'mph' : 'kph'), from: bare.from, to: at + 3 }
  if (tag[at] === 'M' && unitOf(word[at + 1] ?? '')?.dimension === 'money')
    return { unit: unitOf(word[at + 1] ?? ''), from: bare.from, to: at + 2 }
  for (let more = at; PLAIN.has(word[more] ?? ''); more++) {
    const later = unitOf(word[more + 1] ?? '')
    if (later?.dimension === 'duration') return { unit: later, from: bare.from, to: more + 2 }
  }
  const unit = unitOf(w)
  return unit === null ? { unit: null, from: bare.from, to: bare.to } : { unit, from: bare.from, to: at + 1 }
}

const HEAD_GAP = 4

/** What is counted: the last noun of the noun phrase after the number, or after "of the". */
function findHead({ tag, lemma, word }: Tokens, at: number): string {
  let head = ''
  let i = at
  if (word[i] === 'of') i++
  for (let steps = 0; i < tag.length && steps < HEAD_GAP; i++, steps++) {
    const t = tag[i]!
    if (t === 'N' || (t === 'M' && word[i]!.endsWith('s') && tag[i + 1] !== 'M')) {
      head = t === 'M' ? lemma[i]!.replace(/s$/, '') : lemma[i]!
      continue
    }
    if (head !== '') break
    if (t !== 'A' && t !== 'M' && t !== 'D' && t !== 'V' && !(t === 'O' && word[i] !== 'they')) break
  }
  return head
}

const BEFORE_FIGURE = new Set('at to be stand reach total hit exceed number rise fall remain put'.split(' '))
const FIGURE_REACH = 12

/** "The death toll stands at 64": what is counted when the number comes last, the noun nearest before it; empty when there is none. */
function findSubject({ tag, lemma, sentence }: Tokens, from: number): string {
  if (from < 2 || !BEFORE_FIGURE.has(lemma[from - 1]!)) return ''
  for (let i = from - 2; i >= Math.max(0, from - FIGURE_REACH) && sentence[i] === sentence[from]; i--)
    if (tag[i] === 'N') return lemma[i]!
  return ''
}

function quantityAt(tokens: Tokens, bare: Bare): Quantity {
  const { word } = tokens
  const { unit, from, to } = findUnit(tokens, bare)
  const before =
    boundBefore(word, from) ?? (from > 0 && word[from - 1] === 'the' ? boundBefore(word, from - 1) : null)
  const after = before === null ? boundAfter(word, to) : null
  let kind: BoundKind | null = before?.kind ?? after?.kind ?? (bare.approximate ? 'about' : null)
  if (word[from - 1] === 'nearly' || word[from - 1] === 'almost') kind = 'nearly'
  if (bare.above !== undefined && kind === null) kind = bare.above ? 'more' : 'about'
  const factor = unit?.factor ?? 1
  const value = (bare.value + (unit?.offset ?? 0)) * factor
  const dimension: Dimension = unit?.dimension ?? (bare.fraction ? 'percent' : 'count')
  const interval = bare.approximate
    ? { low: value / 2, high: null, openLow: false, openHigh: false }
    : intervalOf(value, kind)
  return {
    from: before === null ? from : from - before.words,
    to: after === null ? to : to + after.words,
    value,
    ...interval,
    dimension,
    unit: unit === null ? '' : dimension === 'money' ? unit.name : unit.name,
    head:
      findHead(tokens, to) ||
      (unit === null ? findSubject(tokens, before === null ? from : from - before.words) : ''),
    approximate: bare.approximate || kind === 'about' || kind === 'nearly' || kind === 'justOver',
    rounding: bare.rounding * factor,
  }
}

/** "between 6 and 18", "6 to 18", "6-18": one interval of two numbers. */
function joinRange(tokens: Tokens, a: Quantity, b: Quantity): Quantity | null {
  const gap = tokens.word.slice(a.to, b.from).join(' ')
  const between =
    tokens.word[a.from - 1] === 'between' ||
    tokens.word[a.from - 1] === 'from' ||
    tokens.word[a.from - 2] === 'from'
  if (!(gap === 'to' || gap === '-' || (gap === 'and' && between) || (gap === 'or' && b.value - a.value < 3)))
    return null
  if (b.value <= a.value || (a.unit !== '' && a.unit !== b.unit)) return null
  if (gap === 'to' && !between && b.head === '' && b.unit === '') return null
  const factor = a.unit === '' && b.unit !== '' ? (unitOf(b.unit)?.factor ?? 1) : 1
  return {
    ...b,
    from: a.from,
    low: a.value * factor,
    high: b.value,
    openLow: false,
    openHigh: false,
    approximate: true,
  }
}

/** "a third of the votes", "by a fifth", "below a tenth", and not "a third man". */
function isFraction({ word, tag }: Tokens, i: number): boolean {
  if (word[i - 1] !== 'a' || fractionOf(word[i]!) === undefined) return false
  return word[i + 1] === 'of' || (tag[i + 1] !== 'N' && tag[i + 1] !== 'A' && tag[i + 1] !== 'M')
}

/** The quantities of a statement with unit, head and bound; years, dates and clock times are left to `readDates`. */
export function readQuantities(tokens: Tokens, taken: ReadonlySet<number>): Quantity[] {
  const found: Quantity[] = []
  for (let i = 0; i < tokens.word.length && found.length < LIMITS.quantities; i++) {
    if (taken.has(i)) continue
    const score = /^(\d{1,3})[-–](\d{1,3})$/.exec(tokens.word[i]!)
    if (score !== null) {
      const value = Number(score[1]) * 1000 + Number(score[2])
      found.push({
        from: i,
        to: i + 1,
        value,
        ...intervalOf(value, null),
        dimension: 'score',
        unit: '',
        head: '',
        approximate: false,
        rounding: 0,
      })
      continue
    }
    const ordinal = readOrdinal(tokens.word[i]!)
    if (ordinal !== null && tokens.word[i] !== 'second' && !isFraction(tokens, i)) {
      found.push({
        from: i,
        to: i + 1,
        value: ordinal,
        ...intervalOf(ordinal, null),
        dimension: 'ordinal',
        unit: '',
        head: findHead(tokens, i + 1),
        approximate: false,
        rounding: 0,
      })
      continue
    }
    const worded = readWordedAmount(tokens, i, at => findHead(tokens, at))
    if (worded !== null) {
      found.push(worded)
      i = Math.max(i, worded.to - 1)
      continue
    }
    const bare = readBare(tokens, i)
    if (bare === null) continue
    const quantity = quantityAt(tokens, bare)
    const previous = found.at(-1)
    const range = previous === undefined ? null : joinRange(tokens, previous, quantity)
    if (range === null) found.push(quantity)
    else found[found.length - 1] = range
    i = Math.max(i, quantity.to - 1)
    const share = range === null ? shareOfWhole(tokens, previous, quantity) : null
    if (share !== null && found.length < LIMITS.quantities) found.push(share)
  }
  return found
}
