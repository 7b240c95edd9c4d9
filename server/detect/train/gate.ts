import { analyse } from '../analyse.ts'
import type { Forest } from '../compare/forest.ts'
import { GATE_WIDTH, putGate, STYLE_WIDTH, type Style, styleWords } from '../compare/style.ts'
import { boost } from './boost.ts'
import { isStory, isWritten } from './forests.ts'
import { featuresAt, type Matrix } from './matrix.ts'
import type { Row } from './rows.ts'
import { GATE } from './settings.ts'

/** How often each word was said in the statements of one kind, and how many statements there were. */
type Said = { counts: Float64Array; statements: number }

const nothingSaid = (): Said => ({ counts: new Float64Array(STYLE_WIDTH), statements: 0 })

/** Log-odds of a word between news and others, as if both had as many statements; one more of each smooths it. */
const oddsOf = (news: number, others: number, n: Said, m: Said): number =>
  Math.log(news + 1) - Math.log((others * n.statements) / m.statements + 1)

/** Trains what tells how much a pair is like news, from written pairs and headlines against as much weight of all other sets. */
export function trainGate(
  rows: readonly Row[],
  matrix: Matrix,
  chosen: readonly number[],
): { gate: Forest; style: Style } {
  const isLike = (r: number) => isWritten(rows[r]!) || isStory(rows[r]!)
  const [news, others] = [nothingSaid(), nothingSaid()]
  const wordsOf = chosen.map(r => [rows[r]!.a, rows[r]!.b].map(text => [...styleWords(analyse(text))]))
  for (const [k, both] of wordsOf.entries()) {
    const side = isLike(chosen[k]!) ? news : others
    side.statements += 2
    for (const word of both.flat()) side.counts[word]!++
  }
  const values = new Float32Array(chosen.length * GATE_WIDTH)
  for (const [k, r] of chosen.entries()) {
    /** A pair's own words are left out of what it is judged by. */
    const own = new Map<number, number>()
    for (const word of wordsOf[k]!.flat()) own.set(word, (own.get(word) ?? 0) + 1)
    const written = isLike(r)
    const [a = 0, b = 0] = wordsOf[k]!.map(words =>
      words.reduce((sum, word) => {
        const less = own.get(word)!
        const [n, m] = [news.counts[word]!, others.counts[word]!]
        return sum + (written ? oddsOf(n - less, m, news, others) : oddsOf(n, m - less, news, others))
      }, 0),
    )
    putGate(featuresAt(matrix, r), a, b, values.subarray(k * GATE_WIDTH, (k + 1) * GATE_WIDTH))
  }
  const count = chosen.filter(isLike).length
  const weight = count / (chosen.length - count)
  const weights = Float32Array.from(chosen, r => (isLike(r) ? 1 : weight))
  const labels = Uint8Array.from(chosen, r => (isLike(r) ? 0 : 1))
  return {
    gate: boost(values, GATE_WIDTH, labels, weights, 2, GATE),
    style: Float32Array.from({ length: STYLE_WIDTH }, (_, word) =>
      oddsOf(news.counts[word]!, others.counts[word]!, news, others),
    ),
  }
}
