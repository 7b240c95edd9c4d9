import { DIMENSIONS, norm, rarity, VECTOR_COUNT, vectors, wordId } from '../lexicon/lexicon.ts'
import {
  type Analysis,
  ATTRIBUTION,
  CLAUSE_NEGATED,
  CUE,
  IN_DATE,
  IN_QUANTITY,
  NEGATED,
  UNREAL,
} from '../text/analysis.ts'
import { STOP_WORDS } from '../text/cue-words.ts'
import { knownNames } from '../text/known-names.ts'
import { NATIONS } from '../text/nations.ts'
import { oncePer } from '../text/once-per.ts'
import { readStage } from '../text/stages.ts'
import { type StateMention, unpackStates } from '../text/states.ts'
import { type Role, readRoles } from './roles.ts'

/** An analysis made ready for comparing: its content words as typed arrays. */
export type Prepared = {
  analysis: Analysis
  /** All lemmas, a space between each two. */
  lemmas: string
  /** Number of content words. */
  size: number
  /** Per content word: its token, its word number, the number of its nation (or 0), of the known name it belongs to (or 0), its weight. */
  token: Int16Array
  id: Int32Array
  alias: Int32Array
  name: Uint16Array
  weight: Float32Array
  /** Per content word: 1 when affirmed, −1 when within a negation; then the same for its clause as a whole. */
  sign: Int8Array
  clauseSign: Int8Array
  /** Bits VERB_WORD, NAME_WORD, NOUN_WORD, UNREAL_WORD, FRAME_WORD. */
  kind: Uint8Array
  /** Number of the lemma per token. */
  lemmaId: Int32Array
  /** Content word per token, −1 for none. */
  wordOfToken: Int16Array
  total: number
  /** Sum of the unit vectors of the content words, weighted. */
  vector: Float32Array
  /** Ids of all content words, sorted: for leaving early. */
  sorted: Int32Array
  /** How often each type of cue occurs. */
  cues: Record<string, number>
  /** The states of affairs it speaks of, in order of their frames. */
  states: StateMention[]
  /** Who does what to whom, by its verbs. */
  roles: Role[]
  /** 1 where it tells how things came to be later, −1 how they stood at first, else 0. */
  stage: number
}

export const VERB_WORD = 1
export const NAME_WORD = 2
export const NOUN_WORD = 4
export const UNREAL_WORD = 8
export const FRAME_WORD = 16
export const ADJECTIVE_WORD = 32

const MAX_WORDS = 64
const FRAME_WEIGHT = 0.25
const CONTENT_TAGS = new Set(['N', 'M', 'V', 'A', 'R', '?'])

function isContent(analysis: Analysis, i: number): boolean {
  const sense = analysis.sense[i]!
  if ((sense & (CUE | IN_DATE | IN_QUANTITY)) !== 0) return false
  const tag = analysis.tag[i]!
  const lemma = analysis.lemma[i]!
  if (!CONTENT_TAGS.has(tag)) return false
  return !STOP_WORDS.has(lemma) && /[\p{L}\p{N}]/u.test(lemma)
}

function kindOf(analysis: Analysis, i: number, named: Set<number>): number {
  const tag = analysis.tag[i]!
  let kind = tag === 'V' ? VERB_WORD : tag === 'A' || tag === 'R' ? ADJECTIVE_WORD : NOUN_WORD
  if (named.has(i)) kind = NAME_WORD
  if ((analysis.sense[i]! & UNREAL) !== 0) kind |= UNREAL_WORD
  if ((analysis.sense[i]! & ATTRIBUTION) !== 0) kind |= FRAME_WORD
  return kind
}

function build(analysis: Analysis): Prepared {
  const chosen: number[] = []
  for (let i = 0; i < analysis.lemma.length && chosen.length < MAX_WORDS; i++)
    if (isContent(analysis, i)) chosen.push(i)
  const named = new Set<number>()
  for (const name of analysis.names) for (let i = name.from; i < name.to; i++) named.add(i)
  const names = knownNames(analysis)
  const size = chosen.length
  const wordOfToken = new Int16Array(analysis.lemma.length).fill(-1)
  const id = Int32Array.from(chosen, i => wordId(analysis.lemma[i]!))
  const kind = Uint8Array.from(chosen, i => kindOf(analysis, i, named))
  const weight = Float32Array.from(chosen, (_, k) => {
    const boost = (kind[k]! & NAME_WORD) !== 0 ? 1.15 : 1
    return rarity(id[k]!) * boost * ((kind[k]! & FRAME_WORD) !== 0 ? FRAME_WEIGHT : 1)
  })
  const vector = new Float32Array(DIMENSIONS)
  for (const [k, token] of chosen.entries()) {
    wordOfToken[token] = k
    const word = id[k]!
    if (word >= VECTOR_COUNT) continue
    const scale = weight[k]! / norm(word)
    for (let d = 0; d < DIMENSIONS; d++) vector[d]! += vectors[word * DIMENSIONS + d]! * scale
  }
  const token = Int16Array.from(chosen)
  const verbs = chosen.flatMap((_, k) => ((kind[k]! & VERB_WORD) !== 0 ? [k] : []))
  const cues: Record<string, number> = {}
  for (const cue of analysis.cues) cues[cue.type] = (cues[cue.type] ?? 0) + 1
  return {
    analysis,
    lemmas: analysis.lemma.join(' '),
    size,
    token,
    id,
    alias: Int32Array.from(chosen, i => {
      const nation = NATIONS.get(analysis.lemma[i]!)
      return nation === undefined ? 0 : wordId(nation)
    }),
    name: Uint16Array.from(chosen, i => names[i]!),
    weight,
    sign: Int8Array.from(chosen, i => ((analysis.sense[i]! & NEGATED) === 0 ? 1 : -1)),
    clauseSign: Int8Array.from(chosen, i => ((analysis.sense[i]! & CLAUSE_NEGATED) === 0 ? 1 : -1)),
    kind,
    lemmaId: Int32Array.from(analysis.lemma, wordId),
    wordOfToken,
    total: weight.reduce((sum, w) => sum + w, 0),
    vector,
    sorted: id.toSorted(),
    cues,
    states: unpackStates(analysis.states),
    stage: readStage(analysis),
    roles: readRoles({ analysis, wordOfToken }, verbs, token),
  }
}

/** The prepared form of an analysis, made once and kept as long as the analysis is. */
export const prepare: (analysis: Analysis) => Prepared = oncePer(build)
