import { fractionOf, readDigits, readNumberWord, scaleOf } from './number-words.ts'
import type { Tokens } from './tokens.ts'

/** A number as it stands in the text, before its unit and bound are known. */
export type Bare = {
  from: number
  to: number
  value: number
  rounding: number
  approximate: boolean
  fraction: boolean
  /** A word that only says that it is more than the value ("most of"), or at most about it ("a handful"). */
  above?: boolean
}

/** Signs that stand before a sum: behind one, "m" is a million and no metre. */
export const CURRENCY = new Set(['$', '€', '£', '¥', '₹', 'us$', 'rs', '¢'])

const VAGUE = new Set(['hundreds', 'thousands', 'millions', 'billions', 'dozens'])

/** The number that begins at token `i`, with the scales and fractions after it: "1.2 million", "two and a half", "a dozen". */
export function readBare({ word, tag }: Tokens, i: number): Bare | null {
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
    const w2 = (word[at] ?? '').replace(/(?<=.)\.$/, '')
    const scale = scaleOf(w2)
    if (
      scale === undefined ||
      (w2 === 'm' && digits !== null && !CURRENCY.has(word[i - 1] ?? '')) ||
      w2 === 'score'
    )
      break
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
