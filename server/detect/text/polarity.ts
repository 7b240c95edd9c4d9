import { CLAUSE_NEGATED, CUE, type Cue, type CueType, NEGATED } from './analysis.ts'
import * as words from './cue-words.ts'
import type { Tokens } from './tokens.ts'

/** What reads the cues works on: the tokens with their clause numbers, and the bits and cues found so far. */
export type Reading = { tokens: Tokens; clause: number[]; sense: number[]; cues: Cue[] }

const NOT_SCOPE_END = new Set(['.', ';', ':', '!', '?', '(', ')', '|'])

/** The end of what a cue at `i` governs: up to the end of its clause. */
export function scopeEnd({ tokens, clause }: Reading, i: number): number {
  let end = i + 1
  while (end < clause.length && clause[end] === clause[i] && !NOT_SCOPE_END.has(tokens.word[end]!)) end++
  return end
}

function flip(reading: Reading, from: number, to: number, bit: number): void {
  for (let i = from; i < to; i++) reading.sense[i]! ^= bit
}

function flipClause(reading: Reading, i: number): void {
  for (let j = 0; j < reading.clause.length; j++)
    if (reading.clause[j] === reading.clause[i]) reading.sense[j]! ^= CLAUSE_NEGATED
}

function add(reading: Reading, type: CueType, from: number, to: number): void {
  reading.cues.push({ type, from, to })
  for (let i = from; i < to; i++) reading.sense[i]! |= CUE
}

/** Negators: "not", "never", "no", "nobody" … "not only" and "no more than" negate nothing. */
function readNegators(reading: Reading): void {
  const { word, lemma, tag } = reading.tokens
  for (let i = 0; i < word.length; i++) {
    const cue = words.NEGATORS.has(lemma[i]!) || words.NEGATORS.has(word[i]!)
    if (!cue || (reading.sense[i]! & CUE) !== 0) continue
    const next = word[i + 1] ?? ''
    if ((word[i] === 'no' || word[i] === 'not' || word[i] === 'nothing') && words.AFTER_NOT.has(next))
      continue
    if (word[i - 1] === 'or' && word[i] === 'not') continue
    if (word[i] === 'no' && (next === '.' || next === 'one' || next === 'matter')) {
      if (next !== 'one') continue
    }
    /** A headline's "No, it did not": the cue is read as a denial of the whole statement. */
    if ((word[i] === 'no' || word[i] === 'nope') && (next === ',' || next === '' || next === '!')) continue
    const from = i
    add(reading, 'negation', from, from + 1)
    flip(reading, i + 1, scopeEnd(reading, i), NEGATED)
    if (word[i] !== 'without' || !hasVerbBefore(reading, i)) flipClause(reading, i)
    else if (tag[i + 1] === 'V') flip(reading, i + 1, scopeEnd(reading, i), CLAUSE_NEGATED)
  }
}

function hasVerbBefore({ tokens, clause }: Reading, i: number): boolean {
  for (let j = i - 1; j >= 0 && clause[j] === clause[i]; j--) if (tokens.tag[j] === 'V') return true
  return false
}

/** "yet to", "far from", "rather than", "instead of", "too young to", "unable to": negation by a phrase. */
const PHRASES: { words: string[]; clausal: boolean }[] = [
  { words: ['yet', 'to'], clausal: true },
  { words: ['far', 'from'], clausal: true },
  { words: ['anything', 'but'], clausal: true },
  { words: ['rather', 'than'], clausal: false },
  { words: ['instead', 'of'], clausal: false },
  { words: ['short', 'of'], clausal: false },
  { words: ['free', 'of'], clausal: false },
  { words: ['devoid', 'of'], clausal: false },
  { words: ['out', 'of', 'the', 'question'], clausal: true },
  { words: ['by', 'no', 'means'], clausal: true },
]

function readPhrases(reading: Reading): void {
  const { word, tag } = reading.tokens
  for (let i = 0; i < word.length; i++) {
    for (const phrase of PHRASES) {
      if (!phrase.words.every((w, k) => word[i + k] === w) || (reading.sense[i]! & CUE) !== 0) continue
      const to = i + phrase.words.length
      add(reading, 'negation', i, to)
      flip(reading, to, scopeEnd(reading, i), NEGATED)
      if (phrase.clausal) flipClause(reading, i)
    }
    if (word[i] === 'too' && tag[i + 1] === 'A') {
      const to = word.indexOf('to', i + 2)
      if (to > 0 && to <= i + 4) {
        add(reading, 'negation', i, i + 1)
        flip(reading, to, scopeEnd(reading, i), NEGATED)
        flipClause(reading, i)
      }
    }
  }
}

const MAX_ASIDE = 8

/** "declined, through a spokesman, to comment": where the complement begins behind an aside; 0 when there is none. */
function afterAside({ tokens: { word, tag } }: Reading, i: number): number {
  if (word[i + 1] !== ',') return 0
  const end = word.indexOf(',', i + 2)
  return end > 0 && end <= i + MAX_ASIDE && word[end + 1] === 'to' && tag[end + 2] === 'V' ? end + 1 : 0
}

/** Verbs and adjectives that deny their complement: "failed to", "refused", "unable to". */
function readImplicatives(reading: Reading): void {
  const { lemma, tag, word } = reading.tokens
  for (let i = 0; i < lemma.length; i++) {
    const verb = words.NEGATIVE_VERBS.has(lemma[i]!) && (tag[i] === 'V' || lemma[i]!.includes('_'))
    const adjective =
      words.NEGATIVE_ADJECTIVES.has(word[i]!) && (word[i + 1] === 'to' || word[i + 1] === 'from')
    if ((!verb && !adjective) || word[i] === 'missing') continue
    reading.cues.push({ type: 'implicative', from: i, to: i + 1 })
    const complement =
      word[i + 1] === 'to' || tag[i + 1] === 'V' || (word[i + 1] === 'from' && tag[i + 2] === 'V')
    const resumed = verb ? afterAside(reading, i) : 0
    if (resumed > 0) {
      reading.sense[i]! |= CUE
      flip(reading, resumed, scopeEnd(reading, resumed), NEGATED | CLAUSE_NEGATED)
      continue
    }
    flip(reading, i + 1, scopeEnd(reading, i), NEGATED)
    if (complement || adjective) {
      reading.sense[i]! |= CUE
      flipClause(reading, i)
    }
  }
}

/** Marks what negating phrases, negators and implicative verbs govern, in this order, and notes their cues. */
export const readNegation = (reading: Reading): void => {
  readPhrases(reading)
  readNegators(reading)
  readImplicatives(reading)
}

export { add as addCue, flip as flipRange }
