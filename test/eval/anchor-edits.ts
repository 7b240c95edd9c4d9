import type { Article } from './anchor-articles.ts'
import type { Random } from './random.ts'

/** The words of a quote with something changed that counts; null where this quote offers nothing to change. */
export type Edit = (exact: string, article: Article, random: Random) => string | null

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu
const SPACED = /^[\p{sc=Latn}\p{sc=Cyrl}]{4,}$/u

/** Changes of words, numbers, names and negations, each on its own. */
export const EDITS: Record<string, Edit> = {
  negation: (exact, article, random) => swapOne(exact, bothWays(article.negations), random),
  name: (exact, article, random) => swapOne(exact, article.names, random),
  number: (exact, _, random) =>
    changeOne(exact, /\p{Nd}[\p{Nd}.,]*/gu, random, number => {
      const at = random.below(number.length)
      const digit = number.charAt(at)
      if (!/[0-9]/.test(digit)) return null
      return number.slice(0, at) + String((Number(digit) + 1 + random.below(8)) % 10) + number.slice(at + 1)
    }),
  longerNumber: (exact, _, random) => changeOne(exact, /\p{Nd}+/gu, random, number => `${number}0`),
  typo: (exact, _, random) =>
    changeOne(exact, WORD, random, word => {
      if (!SPACED.test(word)) return null
      const at = 1 + random.below(word.length - 2)
      const [a, b] = [word.charAt(at), word.charAt(at + 1)]
      const typos = [
        word.slice(0, at) + b + a + word.slice(at + 2),
        word.slice(0, at) + word.slice(at + 1),
        word.slice(0, at) + a + word.slice(at),
      ]
      return random.pick(typos)
    }),
  case: (exact, _, random) =>
    changeOne(exact, WORD, random, word => {
      const first = word.charAt(0)
      return (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + word.slice(1)
    }),
  'word inserted': (exact, article, random) => {
    // A word repeated beside itself would leave the quote's own words intact.
    const word = wordOf(article, random)
    if (word !== null && exact.includes(word)) return null
    const gaps = Array.from(exact.matchAll(/(?<=[\p{L}\p{N}\p{M}]) (?=[\p{L}\p{N}])/gu), match => match.index)
    if (gaps.length === 0 || word === null) return null
    const at = random.pick(gaps)
    return `${exact.slice(0, at)} ${word}${exact.slice(at)}`
  },
  'word deleted': (exact, _, random) => {
    const words = Array.from(exact.matchAll(/(?<=\S) [\p{L}\p{N}\p{M}]+(?= \S)/gu))
    if (words.length === 0) return null
    const word = random.pick(words)
    return exact.slice(0, word.index) + exact.slice(word.index + word[0].length)
  },
  'word replaced': (exact, article, random) => {
    const by = wordOf(article, random)
    return changeOne(exact, WORD, random, word => (by === null || !SPACED.test(word) ? null : by))
  },
  currency: (exact, _, random) =>
    changeOne(exact, /[$€£%]/g, random, sign => (sign === '%' ? '' : sign === '$' ? '£' : '$')),
  'look-alike letter': (exact, _, random) =>
    changeOne(exact, /\p{sc=Latn}{3,}/gu, random, word =>
      word.replace(/[aeo]/, sign => CYRILLIC[sign] ?? sign),
    ),
  contraction: (exact, _, random) =>
    changeOne(exact, /\b(?:did|do|does|has|have|is|was|would) not\b|n['’]t\b/g, random, said =>
      said.endsWith(' not') ? `${said.slice(0, -4)}n’t` : ' not',
    ),
  question: (exact, _, random) => changeOne(exact, /\?/g, random, () => '.'),
}

/** Letters that look like those of another script. */
const CYRILLIC: Record<string, string> = { a: 'а', e: 'е', o: 'о' }

function bothWays(pairs: [string, string][]): [string, string][] {
  return pairs.flatMap(([was, is]): [string, string][] => [
    [was, is],
    [is, was],
  ])
}

function swapOne(exact: string, pairs: [string, string][], random: Random): string | null {
  const here = pairs.filter(([was]) => exact.includes(was))
  if (here.length === 0) return null
  const [was, is] = random.pick(here)
  return exact.replace(was, () => is)
}

/** Change one of the matches of a pattern; null when there is none or it cannot be changed. */
export function changeOne(
  exact: string,
  pattern: RegExp,
  random: Random,
  change: (match: string) => string | null,
): string | null {
  const matches = Array.from(exact.matchAll(pattern))
  if (matches.length === 0) return null
  const match = random.pick(matches)
  const changed = change(match[0])
  if (changed === null || changed === match[0]) return null
  return exact.slice(0, match.index) + changed + exact.slice(match.index + match[0].length)
}

function wordOf(article: Article, random: Random): string | null {
  const words = article.text.match(/\p{L}{4,}/gu) ?? []
  return words.length === 0 ? null : random.pick(words)
}
