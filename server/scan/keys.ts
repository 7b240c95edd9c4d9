import { FRAME_WORD, NAME_WORD, prepare } from '../detect/compare/prepare.ts'
import { wordId } from '../detect/lexicon/lexicon.ts'
import type { Analysis } from '../detect/text/analysis.ts'

/** Above every number of a word, one bit each: a number that is named, and a month or year. */
const NUMBER = 1 << 30
const DATE = 3 << 29

/** An integer from a fraction or a large number (a step of the finaliser of MurmurHash3). */
function hash(value: number): number {
  const h = Math.imul(Math.round(value * 100) ^ (value / 4_294_967_296), 0x85ebca6b)
  return (h ^ (h >>> 13)) & 0x0fffffff
}

/**
 * What a claim is found by, each key once: the names with what they may also be known by and the countries that words
 * stand for, which are the first `names` of the keys, but for those of whoever says it; then its other content words, the numbers and the months.
 */
export function keysOf(analysis: Analysis): { keys: Int32Array; names: number } {
  const { id, alias, kind, wordOfToken } = prepare(analysis)
  const isNamed = (word: number) => (kind[word]! & (NAME_WORD | FRAME_WORD)) === NAME_WORD
  const keys = new Set<number>(id.filter((_, word) => isNamed(word)))
  for (const nation of alias) if (nation !== 0) keys.add(nation)
  for (const name of analysis.names) {
    if (!isNamed(wordOfToken[name.from]!)) continue
    keys.add(wordId(name.key))
    for (const other of name.aliases) if (other.length > 1) keys.add(wordId(other))
  }
  const names = keys.size
  for (const word of id) keys.add(word)
  for (const { value } of analysis.quantities) keys.add(NUMBER | hash(value))
  for (const { year, month } of analysis.dates)
    if (year !== null) keys.add(DATE | hash(year * 16 + (month ?? 0)))
  return { keys: Int32Array.from(keys), names }
}
