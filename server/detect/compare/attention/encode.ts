import { VECTOR_COUNT, wordId } from '../../lexicon/lexicon.ts'
import {
  type Analysis,
  ATTRIBUTION,
  CLAUSE_NEGATED,
  CUE,
  IN_DATE,
  IN_QUANTITY,
  NEGATED,
  type Quantity,
  UNREAL,
} from '../../text/analysis.ts'
import { knownNames } from '../../text/known-names.ts'
import { NATIONS } from '../../text/nations.ts'
import { oncePer } from '../../text/once-per.ts'

/** A statement as the attention network reads it. */
export type Encoded = {
  size: number
  /** Number of each word's lemma, of its nation and its known name (0 for none) and of the word whose vector stands for it (−1 for none). */
  id: Int32Array
  alias: Int32Array
  name: Uint16Array
  vector: Int32Array
  /** One bit per mark (see MARKS). */
  marks: Int32Array
  /** The quantity a word belongs to, −1 for none. */
  quantity: Int16Array
  quantities: Quantity[]
}

export const MAX_WORDS = 28

const TAGS = 'NMVARXPO#'
export const NEGATED_MARK = 1
export const CLAUSE_MARK = 2
const SENSES = [NEGATED, CLAUSE_NEGATED, ATTRIBUTION, UNREAL, CUE, IN_QUANTITY, IN_DATE]

/** How many marks a word can carry: its senses, its tag, that it has no vector, and that it denies, doubts or asks. */
export const MARKS = SENSES.length + TAGS.length + 3

function marksOf(analysis: Analysis, i: number, known: boolean): number {
  let bits = 0
  for (const [k, sense] of SENSES.entries()) if ((analysis.sense[i]! & sense) !== 0) bits |= 1 << k
  const tag = TAGS.indexOf(analysis.tag[i]!)
  if (tag >= 0) bits |= 1 << (SENSES.length + tag)
  if (!known) bits |= 1 << (SENSES.length + TAGS.length)
  return bits
}

/** The word of the lexicon whose vector stands for a lemma: itself, or the verb of a phrasal verb; −1 when there is none. */
function vectorOf(lemma: string): number {
  const id = wordId(lemma)
  if (id < VECTOR_COUNT) return id
  const first = wordId(lemma.slice(0, Math.max(0, lemma.indexOf('_'))))
  return first < VECTOR_COUNT ? first : -1
}

function encodeAnew(analysis: Analysis): Encoded {
  const chosen: number[] = []
  for (let i = 0; i < analysis.lemma.length && chosen.length < MAX_WORDS; i++) {
    if (analysis.tag[i] === '.' || analysis.tag[i] === 'D') {
      if (!/^(?:no|all|every|some|any|each|both|neither)$/.test(analysis.lemma[i]!)) continue
    }
    if (/[\p{L}\p{N}]/u.test(analysis.lemma[i]!)) chosen.push(i)
  }
  const names = knownNames(analysis)
  const vector = Int32Array.from(chosen, i => vectorOf(analysis.lemma[i]!))
  const cueAt = new Set<number>()
  const askAt = new Set<number>()
  for (const cue of analysis.cues)
    for (let i = cue.from; i < cue.to; i++) {
      if (cue.type === 'denial' || cue.type === 'implicative' || cue.type === 'negation') cueAt.add(i)
      if (cue.type === 'doubt' || cue.type === 'question' || cue.type === 'hedge') askAt.add(i)
    }
  const last = SENSES.length + TAGS.length
  const quantity = Int16Array.from(chosen, i => analysis.quantities.findIndex(q => q.from <= i && i < q.to))
  return {
    size: chosen.length,
    id: Int32Array.from(chosen, i => wordId(analysis.lemma[i]!)),
    alias: Int32Array.from(chosen, i => {
      const nation = NATIONS.get(analysis.lemma[i]!)
      return nation === undefined ? 0 : wordId(nation)
    }),
    name: Uint16Array.from(chosen, i => names[i]!),
    vector,
    marks: Int32Array.from(
      chosen,
      (i, k) =>
        marksOf(analysis, i, vector[k]! >= 0) |
        (cueAt.has(i) ? 1 << (last + 1) : 0) |
        (askAt.has(i) ? 1 << (last + 2) : 0),
    ),
    quantity,
    quantities: analysis.quantities,
  }
}

/** An analysis as the network reads it, made once and kept as long as the analysis is. */
export const encode: (analysis: Analysis) => Encoded = oncePer(encodeAnew)
