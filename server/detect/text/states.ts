import { readFileSync } from 'node:fs'
import { section, unpack, unpackWords } from '../lexicon/container.ts'
import { lexFile, NOUN, senseStart, senses, tags, WORD_COUNT, wordId } from '../lexicon/lexicon.ts'
import { CLAUSE_NEGATED, LIMITS, NEGATED } from './analysis.ts'
import type { Reading } from './polarity.ts'
import { ANY, MOST_STATES, stateWord } from './state-words.ts'

/** The tree of phrases: weights/states.bin, made by lexicon/build-states.ts. */
const sections = unpack(readFileSync(new URL('../weights/states.bin', import.meta.url)))
const idOf = new Map(unpackWords(section(sections, 'words', Uint8Array)).map((word, id) => [word, id]))
const edgeStart = section(sections, 'edgeStart', Int32Array)
const edgeWord = section(sections, 'edgeWord', Uint16Array)
const edgeTo = section(sections, 'edgeTo', Int32Array)
const endStart = section(sections, 'endStart', Int32Array)
const ends = section(sections, 'ends', Uint16Array)
/** Per frame: whether what happened stays so, and how many states it has. */
export const lasting = section(sections, 'lasting', Uint8Array)
export const stateCount = section(sections, 'states', Uint8Array)

const anyWord = idOf.get(ANY) ?? -1

function child(node: number, word: number): number {
  let [low, high] = [edgeStart[node]!, edgeStart[node + 1]! - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = edgeWord[middle]!
    if (found === word) return edgeTo[middle]!
    if (found < word) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** At most so many words stand between two words of a phrase, none behind a preposition or adverb; where the phrase itself leaves room, so many. */
const GAP = 2
const ROOM = 5
const CLOSE = new Set(['P', 'R', 'T', 'S', 'C'])

/** A phrase that means or implies a state of affairs: the answer `state` to the question `frame` (numbers of lexicon/states). */
export type StateMention = {
  /** Token indexes, `to` exclusive. */
  from: number
  to: number
  frame: number
  state: number
  /** −1 where it stands within a negation, else 1; then the same for its clause as a whole. */
  sign: number
  clauseSign: number
}

const PACKED = 3

/** Mentions as an analysis keeps them, three numbers each: thousands of analyses are read at a time. */
function packStates(mentions: readonly StateMention[]): number[] {
  return mentions.flatMap(({ from, to, frame, state, sign, clauseSign }) => [
    from,
    to - from,
    (frame * MOST_STATES + state) * 4 + (sign < 0 ? 1 : 0) + (clauseSign < 0 ? 2 : 0),
  ])
}

/** The mentions that an analysis keeps, in order of their frames. */
export function unpackStates(packed: readonly number[]): StateMention[] {
  const mentions: StateMention[] = []
  for (let at = 0; at < packed.length; at += PACKED) {
    const [from = 0, length = 0, what = 0] = packed.slice(at, at + PACKED)
    const answer = what >> 2
    mentions.push({
      from,
      to: from + length,
      frame: Math.floor(answer / MOST_STATES),
      state: answer % MOST_STATES,
      sign: (what & 1) === 0 ? 1 : -1,
      clauseSign: (what & 2) === 0 ? 1 : -1,
    })
  }
  return mentions
}

type Found = StateMention & { places: number[] }

/** Classes of nouns that tell what happens or how things stand: act, event, process, state. */
const HAPPENINGS = new Set([4, 11, 22, 26])

/** Whether a word by itself can mean a state where it stands: a verb or an adjective, or a noun for what happens ("the doctor" is none). */
function canStandAlone(lemma: string, tag: string): boolean {
  if (tag === 'V' || tag === 'A') return true
  if (tag !== 'N') return false
  const id = wordId(lemma)
  if (id >= WORD_COUNT || (tags[id]! & NOUN) === 0) return false
  return HAPPENINGS.has(lexFile[senses[senseStart[id]!]!]!)
}

/** The words that patterns are made of, in order, with their tokens. */
type Line = { token: number[]; word: number[] }

function lineOf({ tokens }: Reading): Line {
  const line: Line = { token: [], word: [] }
  for (let i = 0; i < tokens.word.length; i++) {
    const word = stateWord(tokens, i)
    if (word === '') continue
    line.token.push(i)
    line.word.push(idOf.get(word) ?? -1)
  }
  return line
}

/** Bits of the first token of a phrase, turned by a negator that stands between its words ("grant no permission"). */
function signOf(
  { sense, cues, clause }: Reading,
  tokens: readonly number[],
): { sign: number; clauseSign: number } {
  const [first, last] = [tokens[0]!, tokens.at(-1)!]
  const isBetween = (from: number) => from > first && from < last && !tokens.includes(from)
  const between = cues.filter(({ type, from }) => type === 'negation' && isBetween(from)).length
  const inside = cues.filter(
    ({ type, from }) =>
      (type === 'negation' || type === 'implicative') &&
      tokens.includes(from) &&
      clause[from] === clause[first],
  ).length
  const negated = ((sense[first]! & NEGATED) !== 0) !== (between % 2 === 1)
  const clauseNegated = ((sense[first]! & CLAUSE_NEGATED) !== 0) !== (inside % 2 === 1)
  return { sign: negated ? -1 : 1, clauseSign: clauseNegated ? -1 : 1 }
}

/** A shorter phrase within a longer one of the same frame says nothing more, or something else ("turn" in "turn down"). */
function withoutInner(found: Found[]): Found[] {
  return found.filter(
    inner =>
      !found.some(
        outer =>
          outer !== inner &&
          outer.frame === inner.frame &&
          (outer.places.length > inner.places.length ||
            (outer.places.length === inner.places.length &&
              outer.state === inner.state &&
              outer.to - outer.from < inner.to - inner.from)) &&
          inner.places.every(place => outer.places.includes(place)),
      ),
  )
}

/** The states of affairs that a statement speaks of, packed, in order of their frames. Phrases are found within one clause, with a few words between. */
export function readStates(reading: Reading): number[] {
  const line = lineOf(reading)
  const { clause } = reading
  const { lemma, tag } = reading.tokens
  const isAlone = lemma.map((one, i) => canStandAlone(one, tag[i]!))
  const found: Found[] = []
  const places: number[] = []
  const walk = (node: number, at: number): void => {
    for (let e = endStart[node]!; e < endStart[node + 1]!; e++) {
      const tokens = places.map(place => line.token[place]!)
      if (tokens.length === 1 && !isAlone[tokens[0]!]) continue
      const [frame, state] = [Math.floor(ends[e]! / MOST_STATES), ends[e]! % MOST_STATES]
      const [from, to] = [Math.min(...tokens), Math.max(...tokens) + 1]
      const same = found.find(
        other => other.frame === frame && other.state === state && other.from === from && other.to === to,
      )
      if (same === undefined)
        found.push({ frame, state, from, to, ...signOf(reading, tokens), places: tokens })
    }
    step(node, at, CLOSE.has(tag[line.token[at]!]!) ? 0 : GAP)
    const room = anyWord < 0 ? -1 : child(node, anyWord)
    if (room >= 0) step(room, at, ROOM)
  }
  const step = (node: number, at: number, gap: number): void => {
    if (edgeStart[node] === edgeStart[node + 1]) return
    for (let next = at + 1; next <= Math.min(at + 1 + gap, line.word.length - 1); next++) {
      if (clause[line.token[next]!] !== clause[line.token[at]!]) break
      const word = line.word[next]!
      const to = word < 0 ? -1 : child(node, word)
      if (to < 0) continue
      places.push(next)
      walk(to, next)
      places.pop()
    }
  }
  for (let at = 0; at < line.word.length && found.length < 4 * LIMITS.states; at++) {
    const word = line.word[at]!
    const node = word < 0 ? -1 : child(0, word)
    if (node < 0) continue
    places.push(at)
    walk(node, at)
    places.pop()
  }
  const mentions = withoutInner(found).slice(0, LIMITS.states)
  return packStates(mentions.toSorted((x, y) => x.frame - y.frame))
}
