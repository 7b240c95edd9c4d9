import { fractionOf, readDigits, readNumberWord, scaleOf } from './number-words.ts'
import type { Tokens } from './tokens.ts'
import { unitOf } from './units.ts'

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
  /** A sum of money of which the currency is not told: "scooped 8m". */
  sum?: boolean
}

/** Signs that stand before a sum: behind one, "m" is a million and no metre. */
export const CURRENCY = new Set(['$', '€', '£', '¥', '₹', 'us$', 'rs', '¢'])

const VAGUE = new Set(['hundreds', 'thousands', 'millions', 'billions', 'dozens', 'scores'])
/** "Tens of thousands". */
const VAGUE_TIMES: Record<string, number> = { tens: 10, dozens: 12, hundreds: 100, thousands: 1000 }

/** One of a kind, before what there is one of. */
const ALONE = new Set(['lone', 'sole', 'solitary', 'single'])
/** "A million" may be 1.02. */
const ROUND_FROM = 1e6
const ROUND = 0.05
const HALVED = new Set(['the', 'its', 'their', 'his', 'her', 'our', 'all'])
const BARELY = new Set(['mere', 'full', 'good', 'bare', 'whole'])

/** Verbs behind which "12m" is a sum of millions and no length. */
const PAID = new Set(
  `fetch pay cost award scoop win owe fine raise earn pocket borrow lend grant bid spend sell buy steal net collect get donate lose seek
claim demand offer worth for bonus payment draw attract`.split(/\s+/),
)
const PAID_REACH = 4

/** Whether the "m" behind a number means millions: written together, behind a verb of paying. */
function isMillions({ word, lemma, start, end, tag }: Tokens, at: number): boolean {
  if (!/^m\.?$/.test(word[at] ?? '') || end[at - 1] !== start[at]) return false
  if (word[at + 1] === '-' || tag[at + 1] === 'A' || tag[at + 1] === 'R') return false
  if (tag[at + 1] === 'N' && word[at + 1] !== lemma[at + 1]) return true
  return lemma.slice(Math.max(0, at - 1 - PAID_REACH), at - 1).some(l => PAID.has(l))
}

/** "a third of the votes", "by a fifth", "a third lower", "a mere tenth", and not "a third man". */
export function isFraction({ word, tag }: Tokens, i: number): boolean {
  const article = BARELY.has(word[i - 1] ?? '') ? i - 2 : i - 1
  if (word[article] !== 'a' || fractionOf(word[i]!) === undefined) return false
  const next = word[i + 1] ?? ''
  if (next === 'of' || next === 'more' || next === 'less' || next === 'fewer' || /^[a-z]+er$/.test(next))
    return true
  return tag[i + 1] !== 'N' && tag[i + 1] !== 'A' && tag[i + 1] !== 'M'
}

const exact = (from: number, to: number, value: number, rounding = 0): Bare => ({
  from,
  to,
  value,
  rounding,
  approximate: false,
  fraction: false,
})
const share = (from: number, to: number, value: number): Bare => ({
  ...exact(from, to, value, 1),
  fraction: true,
})

/** The words at `i` that stand for a number without being one: "a majority", "a handful", "a lone", "tens of thousands", "a dozen", "half". */
function readWordForNumber(tokens: Tokens, i: number): Bare | null {
  const { word, tag } = tokens
  const w = word[i]!
  const [previous, next] = [word[i - 1] ?? '', word[i + 1] ?? '']
  if (w === 'majority') {
    const counted = tag[i - 1] === '#' || tag[i - 2] === '#' || fractionOf(previous) !== undefined
    const of = next === 'of' && readNumberWord(word[i + 2] ?? '') !== null
    return counted || of ? null : { ...share(i, i + 1, 50), rounding: 0, above: true }
  }
  if (w === 'most' && next === 'of') return { ...share(i, i + 1, 50), rounding: 0, above: true }
  if (w === 'handful') return { ...exact(i, i + 1, 6), above: false }
  if (w === 'twice' || w === 'thrice') return exact(i, i + 1, w === 'twice' ? 2 : 3, 0.5)
  if (ALONE.has(w) && tag[i + 1] === 'N' && next !== 'handed') return exact(i, i + 1, 1, 0.5)
  if (w === 'single' && previous === 'a') return exact(i, i + 1, 1, 0.5)
  if (w === 'couple' && next === 'of' && (scaleOf(word[i + 2] ?? '') ?? 0) >= 12)
    return { ...exact(i, i + 3, 2 * scaleOf(word[i + 2]!)!), above: false }
  if (Object.hasOwn(VAGUE_TIMES, w) && next === 'of' && VAGUE.has(word[i + 2] ?? ''))
    return { ...exact(i, i + 3, VAGUE_TIMES[w]! * scaleOf(word[i + 2]!)! * 2), approximate: true }
  if (w === 'scores' && next !== 'of' && !(i === 0 && tag[1] === 'V')) return null
  if (VAGUE.has(w)) return { ...exact(i, i + 1, scaleOf(w)! * 2), approximate: true }
  const scale = scaleOf(w)
  if (
    scale !== undefined &&
    w.length > 3 &&
    (previous === 'a' || previous === 'half-a' || (i === 0 && w === 'dozen'))
  )
    return exact(i === 0 ? 0 : i - 1, i + 1, scale, scale >= ROUND_FROM ? scale * ROUND : 0)
  return w === 'half' || isFraction(tokens, i) ? readFraction(tokens, i) : null
}

/** "half", "a third", and of larger numbers "half a million", "a quarter of a million". */
function readFraction({ word, tag }: Tokens, i: number): Bare | null {
  const w = word[i]!
  const of = word[i + 1] === 'of' ? 1 : 0
  const at = i + 1 + of
  const article = word[at] === 'a' || word[at] === 'an' ? 1 : 0
  const scale = of > article ? undefined : scaleOf(word[at + article] ?? '')
  if (scale !== undefined) return exact(i, at + article + 1, fractionOf(w)! * scale)
  if (w === 'half' && tag[i + 1] !== 'P' && !HALVED.has(word[i + 1] ?? '') && of === 0 && article === 0)
    return null
  return share(i, i + 1, fractionOf(w)! * 100)
}

/** The number that begins at token `i`, with the scales and fractions after it: "1.2 million", "two and a half", "a dozen". */
export function readBare(tokens: Tokens, i: number): Bare | null {
  const { word, tag } = tokens
  const w = word[i]!
  let sum = false
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
  } else return readWordForNumber(tokens, i)
  at++
  const ones = small !== null && small >= 20 && word[at] === '-' ? readNumberWord(word[at + 1] ?? '') : null
  if (ones !== null && ones > 0 && ones < 10) {
    value += ones
    at += 2
  }
  const outOf =
    word[at] === 'in' || (word[at] === 'out' && word[at + 1] === 'of')
      ? at + (word[at] === 'in' && word[at + 1] !== 'every' ? 1 : 2)
      : 0
  const whole =
    outOf > 0 ? (readNumberWord(word[outOf] ?? '') ?? readDigits(word[outOf] ?? '')?.value ?? 0) : 0
  const timed = unitOf(word[outOf + 1] ?? '')?.dimension === 'duration'
  if (whole > value && whole <= 1000 && outOf > 0 && !timed && (word[at] === 'in' || small !== null))
    return share(i, outOf + 1, (value / whole) * 100)
  if (small !== null && word[at] === '-' && fractionOf(word[at + 1] ?? '') !== undefined) at++
  const fraction = fractionOf(word[at] ?? '')
  if (small !== null && fraction !== undefined && word[at] !== 'half') {
    const scale = word[at + 1] === 'of' && word[at + 2] === 'a' ? scaleOf(word[at + 3] ?? '') : undefined
    return scale === undefined
      ? share(i, at + 1, value * fraction * 100)
      : exact(i, at + 4, value * fraction * scale)
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
      (w2 === 'm' && digits !== null && !CURRENCY.has(word[i - 1] ?? '') && !isMillions(tokens, at)) ||
      w2 === 'score' ||
      w2 === 'scores'
    )
      break
    if (w2 === 'm' && !CURRENCY.has(word[i - 1] ?? '') && tag[at + 1] !== 'N') sum = true
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
  return { from: i, to: at, value, rounding, approximate, fraction: false, sum }
}
