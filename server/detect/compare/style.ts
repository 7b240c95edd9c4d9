import { WORD_COUNT, wordId } from '../lexicon/lexicon.ts'
import type { Analysis } from '../text/analysis.ts'
import { FEATURE_COUNT } from './features/all.ts'

/** Per word of the lexicon, then per tag of words it does not have: how much more often it is said in the news, as log-odds. */
export type Style = Float32Array

const TAGS = 'NMVARXPO#D.'
export const STYLE_WIDTH = WORD_COUNT + TAGS.length + 1

/** The places in the table of the distinct words of a statement. */
export function styleWords({ lemma, tag }: Analysis): Set<number> {
  return new Set(
    lemma.map((word, i) => {
      const id = wordId(word)
      return id < WORD_COUNT ? id : WORD_COUNT + 1 + TAGS.indexOf(tag[i]!)
    }),
  )
}

const known = new WeakMap<Analysis, number>()

/** How much the words of a statement are those of the news (naive Bayes), per word; worked out once. */
export function styleOf(style: Style, analysis: Analysis): number {
  let sum = known.get(analysis)
  if (sum === undefined) {
    sum = 0
    for (const word of styleWords(analysis)) sum += style[word]!
    known.set(analysis, sum)
  }
  return sum
}

export const GATE_WIDTH = FEATURE_COUNT + 2

/** Writes what tells news from other language: the features of a pair, and the style of both statements and of the less like one. */
export function fillGate(
  style: Style,
  features: Float32Array,
  a: Analysis,
  b: Analysis,
  out: Float32Array,
): void {
  const [x, y] = [styleOf(style, a), styleOf(style, b)]
  putGate(features, x, y, out)
}

/** The same from the styles of both. */
export function putGate(features: Float32Array, styleA: number, styleB: number, out: Float32Array): void {
  out.set(features)
  out[FEATURE_COUNT] = styleA + styleB
  out[FEATURE_COUNT + 1] = Math.min(styleA, styleB)
}
