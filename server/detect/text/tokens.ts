import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItsFunction } from 'wink-nlp'
import { LIMITS } from './analysis.ts'
import { lemmatise } from './lemma.ts'

const nlp = winkNLP(model, ['sbd', 'pos'])
const its: object = nlp.its

/** wink-nlp knows its own functions by identity: they cannot be wrapped. */
const tagOf: ItsFunction<string> = Reflect.get(its, 'pos')
const lemmaOf: ItsFunction<string> = Reflect.get(its, 'lemma')
const spanOf: ItsFunction<number[]> = Reflect.get(its, 'span')

const LETTERS: Record<string, string> = {
  NOUN: 'N',
  PROPN: 'M',
  VERB: 'V',
  ADJ: 'A',
  ADV: 'R',
  AUX: 'X',
  ADP: 'P',
  DET: 'D',
  PRON: 'O',
  CCONJ: 'C',
  SCONJ: 'S',
  PART: 'T',
  NUM: '#',
  PUNCT: '.',
  SYM: '.',
}

export type Tokens = {
  start: number[]
  end: number[]
  /** As written. */
  text: string[]
  /** Lower case. */
  word: string[]
  lemma: string[]
  tag: string[]
  /** Number of the sentence. */
  sentence: number[]
  /** The statement is in capitals or title case throughout: a capital letter says little. */
  headline: boolean
}

const lowerAscii = (text: string) => text.replace(/[A-Z]/g, letter => letter.toLowerCase())

/** Same length as before: every offset stays true. */
function tidy(text: string): string {
  return text
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' ')
}

/** Whether nearly all longer words begin with a capital letter, or most letters are capitals. */
function isHeadline(text: string): boolean {
  const words = text.match(/[A-Za-z][A-Za-z'-]{3,}/g) ?? []
  if (words.length < 3) return false
  const capitals = words.filter(word => /^[A-Z]/.test(word)).length
  return capitals / words.length >= 0.75
}

/** Words, lemmas and tags of a statement by wink-nlp, with UTF-16 offsets. Looks at no more than LIMITS allows. */
export function readTokens(statement: string): Tokens {
  const text = tidy(statement.slice(0, LIMITS.characters))
  const headline = isHeadline(text)
  const read = headline ? lowerAscii(text) : text
  const doc = nlp.readDoc(read)
  const values = doc.tokens().out()
  const rawTags = doc.tokens().out(tagOf)
  const winkLemmas = doc.tokens().out(lemmaOf)
  const sentences = doc.sentences().out(spanOf)
  const tokens: Tokens = {
    start: [],
    end: [],
    text: [],
    word: [],
    lemma: [],
    tag: [],
    sentence: [],
    headline,
  }
  let at = 0
  let sentence = 0
  for (const [i, value] of values.entries()) {
    const start = read.indexOf(value, at)
    if (start < 0) continue
    at = start + value.length
    while (sentence + 1 < sentences.length && i > Number(sentences[sentence]?.[1] ?? 0)) sentence++
    const word = value.toLowerCase()
    const tag = LETTERS[rawTags[i] ?? ''] ?? '?'
    tokens.start.push(start)
    tokens.end.push(at)
    tokens.text.push(text.slice(start, at))
    tokens.word.push(word)
    tokens.lemma.push(lemmatise(word, tag, winkLemmas[i]?.toLowerCase() ?? word))
    tokens.tag.push(tag)
    tokens.sentence.push(sentence)
    if (tokens.start.length >= LIMITS.tokens) break
  }
  return tokens
}
