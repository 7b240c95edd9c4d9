import { readFileSync } from 'node:fs'
import { section, unpack, unpackWords } from './container.ts'
import { OPPOSED_GROUPS } from './opposed-words.ts'
import { SAME_GROUPS } from './same-words.ts'

/** The words the detector knows, their senses and vectors: weights/lexicon.bin, made by build.ts. */

const sections = unpack(readFileSync(new URL('../weights/lexicon.bin', import.meta.url)))
const words = unpackWords(section(sections, 'words', Uint8Array))
const idOf = new Map(words.map((word, id) => [word, id]))

export const WORD_COUNT = words.length
export const VECTOR_COUNT = words.findIndex(word => word.includes('_'))
export const vectors = section(sections, 'vectors', Int8Array)
export const DIMENSIONS = vectors.length / VECTOR_COUNT
export const tags = section(sections, 'tags', Uint8Array)
export const family = section(sections, 'family', Int32Array)
export const senseStart = section(sections, 'senseStart', Int32Array)
export const senses = section(sections, 'senses', Int32Array)
export const lexFile = section(sections, 'lexFile', Uint8Array)
export const parentStart = section(sections, 'parentStart', Int32Array)
export const parents = section(sections, 'parents', Int32Array)
const opposedStart = section(sections, 'opposedStart', Int32Array)
const opposedTo = section(sections, 'opposedTo', Int32Array)

export const NOUN = 1
export const VERB = 2
export const ADJECTIVE = 4
export const ADVERB = 8

const UNKNOWN = 1 << 20

/** FNV-1a: words outside the lexicon are numbered by their hash, so that nothing has to be remembered for them. */
function hash(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return (h >>> 2) & 0x3fffffff
}

/** The number of a lower-case word: its place in the lexicon, or one above 2^20 from its hash. */
export function wordId(word: string): number {
  return idOf.get(word) ?? (UNKNOWN + hash(word)) & 0x7fffffff
}

/** Whether the lexicon has the word, as any of the parts of speech in `mask` (0: as any word at all). */
export function knows(word: string, mask = 0): boolean {
  const id = idOf.get(word)
  return id !== undefined && (mask === 0 || (tags[id]! & mask) !== 0)
}

/** How much a word tells, 0–1, from its rank by frequency (a word that is not in the lexicon tells most). */
export function rarity(id: number): number {
  const rank = id < VECTOR_COUNT ? id : 12_000
  return Math.min(1, 0.1 + (0.9 * Math.log(1 + rank / 40)) / Math.log(1 + 20_000 / 40))
}

const groupsOf = new Map<number, number[]>()
const opposedByHand = new Map<number, Set<number>>()
for (const [group, members] of SAME_GROUPS.entries())
  for (const word of members) {
    const id = wordId(word)
    groupsOf.set(id, [...(groupsOf.get(id) ?? []), group])
  }
for (const [left = [], right = []] of OPPOSED_GROUPS)
  for (const a of left)
    for (const b of right) {
      opposedByHand.set(wordId(a), (opposedByHand.get(wordId(a)) ?? new Set()).add(wordId(b)))
      opposedByHand.set(wordId(b), (opposedByHand.get(wordId(b)) ?? new Set()).add(wordId(a)))
    }

export function inOneGroup(a: number, b: number): boolean {
  const [x, y] = [groupsOf.get(a), groupsOf.get(b)]
  return x !== undefined && y !== undefined && x.some(group => y.includes(group))
}

/** 2 when a resource or the hand-written list opposes the two words, 1 when only synonyms of them are opposed, else 0. */
export function opposition(a: number, b: number): number {
  if (opposedByHand.get(a)?.has(b) === true) return 2
  if (a >= WORD_COUNT || b >= WORD_COUNT) return 0
  for (let i = opposedStart[a]!; i < opposedStart[a + 1]!; i++)
    if (opposedTo[i]! >> 2 === b) return opposedTo[i]! & 3
  return 0
}

const norms = new Float32Array(VECTOR_COUNT)
for (let id = 0; id < VECTOR_COUNT; id++) {
  let sum = 0
  for (let d = 0; d < DIMENSIONS; d++) sum += vectors[id * DIMENSIONS + d]! ** 2
  norms[id] = Math.sqrt(sum) || 1
}

/** The length of a word's vector as it is stored. */
export function norm(id: number): number {
  return norms[id] ?? 1
}

/** Cosine of two words' vectors, -1 to 1; 0 when one of them has none. */
export function cosine(a: number, b: number): number {
  if (a >= VECTOR_COUNT || b >= VECTOR_COUNT) return 0
  let sum = 0
  for (let d = 0, i = a * DIMENSIONS, j = b * DIMENSIONS; d < DIMENSIONS; d++)
    sum += vectors[i + d]! * vectors[j + d]!
  return sum / (norms[a]! * norms[b]!)
}
