import { type Dimension, LIMITS, type Quantity } from './analysis.ts'
import { type BoundKind, boundAfter, boundBefore, intervalOf } from './bounds.ts'
import { fractionOf, readDigits, readNumberWord, readOrdinal, scaleOf } from './number-words.ts'
import type { Tokens } from './tokens.ts'
import { squareUnitOf, type Unit, unitOf } from './units.ts'

/** A number as it stands in the text, before its unit and bound are known. */
type Bare = {
  from: number
  to: number
  value: number
  rounding: number
  approximate: boolean
  fraction: boolean
  /** A word that only says that it is more than the value ("most of"), or at most about it ("a handful"). */
  above?: boolean
}

const VAGUE = new Set(['hundreds', 'thousands', 'millions', 'billions', 'dozens'])

/** The number that begins at token `i`, with the scales and fractions after it: "1.2 million", "two and a half", "a dozen". */
function readBare({ word, tag }: Tokens, i: number): Bare | null {
  const w = word[i]!
  let at = i
  let value: number
  let rounding: number
  let approximate = false
  const digits = readDigits(w)
  const small = digits === null ? readNumberWord(w) : null
  if (digits !== null) ({ value, rounding } = digits)
  else if (small !== null) {
    if (
      w === 'one' &&
      (tag[i] === 'O' ||
        word[i - 1] === 'the' ||
        word[i - 1] === 'no' ||
        word[i - 1] === 'another' ||
        (word[i + 1] !== 'of' &&
          word[i + 1] !== 'in' &&
          tag[i + 1] !== 'N' &&
          tag[i + 1] !== 'A' &&
          scaleOf(word[i + 1] ?? '') === undefined &&
          word[i + 1] !== 'and'))
    )
      return null
    value = small
    rounding = 0.5
  } else if (w === 'majority' || (w === 'most' && word[i + 1] === 'of')) {
    return { from: i, to: i + 1, value: 50, rounding: 0, approximate: false, fraction: true, above: true }
  } else if (w === 'handful') {
    return { from: i, to: i + 1, value: 6, rounding: 0, approximate: false, fraction: false, above: false }
  } else if ((w === 'single' && word[i - 1] === 'a' && word[i - 2] !== 'not') || w === 'twice') {
    return {
      from: i,
      to: i + 1,
      value: w === 'twice' ? 2 : 1,
      rounding: 0.5,
      approximate: false,
      fraction: false,
    }
  } else if (VAGUE.has(w)) {
    return { from: i, to: i + 1, value: scaleOf(w)! * 2, rounding: 0, approximate: true, fraction: false }
  } else if (scaleOf(w) !== undefined && w.length > 3 && (word[i - 1] === 'a' || word[i - 1] === 'half-a')) {
    return { from: i - 1, to: i + 1, value: scaleOf(w)!, rounding: 0, approximate: false, fraction: false }
  } else if (
    w === 'half' ||
    ((w === 'third' || w === 'quarter' || w === 'fifth' || w === 'tenth') && word[i - 1] === 'a')
  ) {
    const article = word[i + 1] === 'a' || word[i + 1] === 'an' ? 1 : 0
    const scale = scaleOf(word[i + 1 + article] ?? '')
    if (scale !== undefined)
      return {
        from: i,
        to: i + 2 + article,
        value: fractionOf(w)! * scale,
        rounding: 0,
        approximate: false,
        fraction: false,
      }
    if (w === 'half' && tag[i + 1] !== 'P' && word[i + 1] !== 'the' && word[i + 1] !== 'of' && article === 0)
      return null
    return {
      from: i,
      to: i + 1,
      value: fractionOf(w)! * 100,
      rounding: 1,
      approximate: false,
      fraction: true,
    }
  } else return null
  at++
  const ones = small !== null && small >= 20 && word[at] === '-' ? readNumberWord(word[at + 1] ?? '') : null
  if (ones !== null && ones > 0 && ones < 10) {
    value += ones
    at += 2
  }
  const outOf =
    word[at] === 'in' || (word[at] === 'out' && word[at + 1] === 'of') ? at + (word[at] === 'in' ? 1 : 2) : 0
  const whole =
    outOf > 0 ? (readNumberWord(word[outOf] ?? '') ?? readDigits(word[outOf] ?? '')?.value ?? 0) : 0
  if (whole > value && whole <= 1000 && outOf > 0 && (word[at] === 'in' || small !== null))
    return {
      from: i,
      to: outOf + 1,
      value: (value / whole) * 100,
      rounding: 1,
      approximate: false,
      fraction: true,
    }
  if (small !== null && word[at] === '-' && /^(thirds|quarters|fifths|tenths)$/.test(word[at + 1] ?? '')) at++
  const fraction = fractionOf(word[at] ?? '')
  if (small !== null && fraction !== undefined && (word[at] ?? '').length > 4 && word[at] !== 'half')
    return {
      from: i,
      to: at + 1,
      value: value * fraction * 100,
      rounding: 1,
      approximate: false,
      fraction: true,
    }
  if (word[at] === 'and' && word[at + 1] === 'a' && fractionOf(word[at + 2] ?? '') !== undefined) {
    value += fractionOf(word[at + 2]!)!
    at += 3
  }
  for (let steps = 0; steps < 3; steps++) {
    if (word[at] === '-' && (scaleOf(word[at + 1] ?? '') ?? 0) >= 100) at++
    const w2 = word[at] ?? ''
    const scale = scaleOf(w2)
    if (scale === undefined || (w2 === 'm' && digits !== null) || w2 === 'score') break
    if (w2 === 'k' && digits === null) break
    value *= scale
    rounding *= scale
    if (w2 === 'dozen') rounding = 0.5
    at++
    const rest = word[at] === 'and' ? at + 1 : at
    const more = small === null ? null : readNumberWord(word[rest] ?? '')
    if (more !== null && more < scale) {
      value += more
      at = rest + 1
      rounding = 0.5
    }
  }
  if (VAGUE.has(word[at] ?? '')) approximate = true
  return { from: i, to: at, value, rounding, approximate, fraction: false }
}

const CURRENCY = new Set(['$', '€', '£', '¥', '₹', 'us$', 'rs', '¢'])

function findUnit({ word, text }: Tokens, bare: Bare): { unit: Unit | null; from: number; to: number } {
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
    if (
      ordinal !== null &&
      tokens.word[i] !== 'second' &&
      !(
        tokens.word[i - 1] === 'a' &&
        fractionOf(tokens.word[i]!) !== undefined &&
        tokens.word[i + 1] === 'of'
      )
    ) {
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
    const bare = readBare(tokens, i)
    if (bare === null) continue
    const quantity = quantityAt(tokens, bare)
    const previous = found.at(-1)
    const range = previous === undefined ? null : joinRange(tokens, previous, quantity)
    if (range === null) found.push(quantity)
    else found[found.length - 1] = range
    i = Math.max(i, quantity.to - 1)
  }
  return found
}
