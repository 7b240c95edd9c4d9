import type { ReasonType } from '#domain/vocabulary.ts'
import type { Prepared } from '../prepare.ts'

/** Token indexes, `to` exclusive. */
export type Span = { from: number; to: number }

/** Something that speaks against both statements being true (or explains why they can be), before it is put in words. */
export type Finding = {
  type: ReasonType
  /** How much it speaks for a conflict, 0–1. */
  weight: number
  a: Span
  b: Span
  /** What kind of finding of its type it is: decides the sentence, and the guess of the relation's kind. */
  detail: string
}

/** The token span of content word `k`, widened to the content words `near` tokens around that belong to its phrase. */
export function phraseOf(side: Prepared, k: number, before = 0, after = 0): Span {
  const token = side.token[k]!
  const clause = side.analysis.clause
  let [from, to] = [token, token + 1]
  while (
    before-- > 0 &&
    from > 0 &&
    clause[from - 1] === clause[token] &&
    side.analysis.tag[from - 1] !== '.'
  )
    from--
  while (after-- > 0 && to < clause.length && clause[to] === clause[token] && side.analysis.tag[to] !== '.')
    to++
  return { from, to }
}

/** The span from the first to the last of several. */
export function join(...spans: Span[]): Span {
  return { from: Math.min(...spans.map(s => s.from)), to: Math.max(...spans.map(s => s.to)) }
}
