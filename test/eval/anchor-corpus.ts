import { writeFileSync } from 'node:fs'
import { type Quote, quoteAt } from '#domain/quote.ts'
import { ARTICLES, type Article } from './anchor-articles.ts'
import { EDITS } from './anchor-edits.ts'
import { ENCODINGS, type Noise, PUNCTUATION, REFLOWS } from './anchor-noise.ts'
import { REWRITTEN, UNIT_SPACES } from './anchor-numbers.ts'
import { type Random, randomFrom } from './random.ts'

/** One line of the corpus: a quote, a text in which it is looked for, and what must come of it. */
export type AnchorCase = {
  kind: string
  text: string
  quote: Quote
  expect: { state: 'exact' | 'moved' | 'changed' | 'missing'; start?: number; end?: number }
}

const SEED = 20_200_106
const ROUNDS = 5

/** News that stands around the quoted article in some of the texts. */
const FILLERS = [
  'Read more: what we know so far.',
  'The weather stays dry until Sunday, with temperatures of up to 24 degrees in the valleys.',
  'Correction: an earlier version of this page gave the wrong day for the meeting.',
  'Advertisement\n\nSubscribe to our letter and never miss a story again.',
]

/** The corpus: every kind of edit over every article, the same in every run. */
export function makeCorpus(seed = SEED): AnchorCase[] {
  const random = randomFrom(seed)
  const cases: AnchorCase[] = []
  for (const article of ARTICLES) {
    for (let round = 0; round < ROUNDS; round++) {
      for (const quote of quotesOf(article, random)) cases.push(...casesOf(article, quote, random))
    }
  }
  return cases
}

/** Quotes of every length: words, parts of a sentence, sentences, several of them, a paragraph, the whole. */
function quotesOf(article: Article, random: Random): Quote[] {
  const { text } = article
  const sentences = Array.from(new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text))
  const words = Array.from(new Intl.Segmenter('en', { granularity: 'word' }).segment(text)).filter(
    word => word.isWordLike,
  )
  const spanOf = (list: Intl.SegmentData[], length: number) => {
    const first = random.below(Math.max(1, list.length - length))
    const last = list[Math.min(first + length, list.length) - 1]
    return [list[first]?.index ?? 0, (last?.index ?? 0) + (last?.segment.length ?? 0)] as const
  }
  const negation = random.pick(article.negations)[0]
  const name = random.pick(article.names)[0]
  const around = (part: string): [number, number] => {
    const at = text.indexOf(part)
    const sentence = sentences.findLast(({ index }) => index <= at)
    const start = sentence?.index ?? at
    return [start, Math.max(at + part.length, start + (sentence?.segment.length ?? 0))]
  }
  const spans = [
    spanOf(words, 1),
    spanOf(words, 2 + random.below(4)),
    spanOf(words, 6 + random.below(10)),
    spanOf(sentences, 1),
    spanOf(sentences, 1),
    spanOf(sentences, 3),
    spanOf(sentences, 8),
    around(negation),
    around(name),
  ]
  return spans
    .map(([start, end]) => quoteAt(text, start, end))
    .filter((quote): quote is Quote => quote !== null && !cutsNumber(quote))
}

function cutsNumber({ prefix, suffix }: Quote): boolean {
  return /\d[.,:]$/.test(prefix) || /^[.,:]\d/.test(suffix)
}

function casesOf(article: Article, quote: Quote, random: Random): AnchorCase[] {
  const { text } = article
  const before = text.slice(0, quote.start)
  const after = text.slice(quote.end)
  const cases: AnchorCase[] = []
  const add = (kind: string, left: string, exact: string | null, right: string, changed: boolean) => {
    // A change at the very edge may leave the quote's own words as they were.
    if (exact === null || (changed && exact.includes(quote.exact))) return
    const start = left.length
    const same = exact === quote.exact && start === quote.start
    const state = changed ? 'changed' : same ? 'exact' : 'moved'
    cases.push({
      kind,
      text: left + exact + right,
      quote,
      expect: { state, start, end: start + exact.length },
    })
  }
  add('same', before, quote.exact, after, false)
  add('moved', `${random.pick(FILLERS)}\n\n${before}`, quote.exact, after, false)
  add(
    'moved',
    before.slice(before.indexOf('\n\n') + 2),
    quote.exact,
    `${after}\n\n${random.pick(FILLERS)}`,
    false,
  )
  for (const [kind, noises] of Object.entries({
    reflowed: REFLOWS,
    punctuation: PUNCTUATION,
    encoding: ENCODINGS,
    units: UNIT_SPACES,
  })) {
    const [name, noise] = random.pick(Object.entries(noises))
    add(`${kind}:${name}`, ...noisy(noise, [before, quote.exact, after], random), false)
  }
  for (const [kind, edit] of Object.entries({ ...EDITS, ...REWRITTEN })) {
    const shift = random.below(2) === 0 ? `${random.pick(FILLERS)}\n\n` : ''
    add(kind, shift + before, edit(quote.exact, article, random), after, true)
  }
  cases.push(...lookAlikes(article, quote, random))
  return cases
}

function noisy(noise: Noise, parts: [string, string, string], random: Random): [string, string, string] {
  const [before, exact, after] = parts
  return [noise(before, random), noise(exact, random).trim(), noise(after, random)]
}

/** Other sentences like the quoted one, the quoted one gone, and the quote more than once. */
function lookAlikes(article: Article, quote: Quote, random: Random): AnchorCase[] {
  const { text } = article
  const cases: AnchorCase[] = []
  const at = (start: number): AnchorCase['expect'] => ({
    state: start === quote.start ? 'exact' : 'moved',
    start,
    end: start + quote.exact.length,
  })
  const alike = EDITS[random.pick(['negation', 'name', 'number', 'word replaced'])]?.(
    quote.exact,
    article,
    random,
  )
  if (alike) {
    const top = `${random.pick(FILLERS)} ${alike}\n\n`
    cases.push({ kind: 'look-alike added', text: top + text, quote, expect: at(quote.start + top.length) })
    cases.push({ kind: 'look-alike added', text: `${text}\n\n${alike}`, quote, expect: at(quote.start) })
  }
  const { before, behind } = without(text, quote)
  const rest = before + behind
  if (!holdsWords(rest, quote.exact) && !looksEdited(before, behind, quote.exact)) {
    cases.push({ kind: 'deleted', text: rest, quote, expect: { state: 'missing' } })
    if (alike && isSentence(text, quote)) {
      const other = `${rest}\n\n${FILLERS.join('\n\n')}\n\nIn another matter it was said: ${alike} That was all.`
      cases.push({ kind: 'look-alike instead', text: other, quote, expect: { state: 'missing' } })
    }
  }
  const twice = `Twice.\n\n${text}\n\n${text}\n\nThe end of both.`
  if (quote.start > 40 && quote.end < text.length - 40) {
    cases.push({ kind: 'ambiguous', text: twice, quote, expect: { state: 'missing' } })
  }
  const again = `${text}\n\n${random.pick(FILLERS)} ${quote.exact} ${random.pick(FILLERS)}`
  cases.push({ kind: 'repeated', text: again, quote, expect: at(quote.start) })
  cases.push({
    kind: 'repeated',
    text: `${again}\n\n${text.slice(0, quote.start)}`,
    quote,
    expect: at(quote.start),
  })
  return cases
}

/** The text before and behind the sentences that hold the quote. */
function without(text: string, quote: Quote): { before: string; behind: string } {
  const sentences = Array.from(new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text))
  const before = sentences.filter(({ index, segment }) => index + segment.length <= quote.start)
  const behind = sentences.filter(({ index }) => index >= quote.end)
  return { before: joined(before), behind: joined(behind) }
}

const joined = (sentences: readonly Intl.SegmentData[]) => sentences.map(({ segment }) => segment).join('')

/** Whether what is left around a gap begins or ends as the quote did: nobody can tell then whether it went or was edited. */
function looksEdited(before: string, behind: string, exact: string): boolean {
  const words = wordsOf(exact)
  return wordsOf(before).at(-1) === words.at(-1) || wordsOf(behind)[0] === words[0]
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

function holdsWords(text: string, words: string): boolean {
  return lettersOf(words) === '' || lettersOf(text).includes(lettersOf(words))
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}]/gu, '').toLowerCase()
}

function isSentence(text: string, quote: Quote): boolean {
  const startsOne =
    quote.start === 0 ||
    /[.!?。؟।»”"]\s*$/u.test(text.slice(0, quote.start)) ||
    text[quote.start - 1] === '\n'
  const words = quote.exact.split(/\s+/).length
  return startsOne && /[.!?。؟।]["”»]?$/u.test(quote.exact) && words >= 4 && words < 40
}

if (import.meta.main) {
  const lines = makeCorpus().map(line => JSON.stringify(line))
  const file = process.argv[2]
  if (file === undefined) process.stdout.write(`${lines.join('\n')}\n`)
  else writeFileSync(file, `${lines.join('\n')}\n`)
}
