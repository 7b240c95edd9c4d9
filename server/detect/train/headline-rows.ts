import type { LabelledPair } from '../eval/read-pairs.ts'
import { fits, headlineOf, putInto } from './built-rows.ts'
import { AFFIRMING, DENYING, OPEN } from './frames.ts'

/**
 * Pairs of headlines on one story, built from pairs that do not contradict each other: told, denied, confirmed or left open by a frame.
 * They teach what the news is mostly like: many words for one thing, where only what is denied on one side conflicts.
 */

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!
}

const framed = (frames: readonly string[], statement: string, random: () => number): string =>
  putInto(pick(frames, random), statement).replace(/\.$/, '')

/** One headline pair of a pair; `written` ones are headlines already. */
function buildOne(pair: LabelledPair, written: boolean, random: () => number): LabelledPair {
  const headline = (text: string) => (written ? text : headlineOf(text, random() < 0.5))
  const [a, b] = [headline(pair.a), headline(pair.b)]
  const draw = random()
  if (draw < 0.3) return { ...pair, a, b }
  if (draw < 0.6) {
    const label = pair.label === 'entailment' ? 'contradiction' : 'neutral'
    return random() < 0.5
      ? { a, b: framed(DENYING, b, random), label }
      : { a: framed(DENYING, a, random), b, label }
  }
  if (draw < 0.72) return { a: framed(DENYING, a, random), b: framed(DENYING, b, random), label: pair.label }
  if (draw < 0.85) return { a, b: framed(AFFIRMING, b, random), label: pair.label }
  if (draw < 0.93) return { a: framed(OPEN, a, random), b, label: 'neutral' }
  return { a: framed(AFFIRMING, a, random), b, label: pair.label }
}

/** Two headline pairs of each pair that fits; none of contradictions, whose denial would prove nothing. */
export function headlineRows(pair: LabelledPair, written: boolean, random: () => number): LabelledPair[] {
  if (pair.label === 'contradiction' || !fits(pair.a) || !fits(pair.b)) return []
  return [buildOne(pair, written, random), buildOne(pair, written, random)]
}
