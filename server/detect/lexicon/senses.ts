import { lexFile, NOUN, parentStart, parents, senseStart, senses, tags } from './lexicon.ts'

/** How two words stand to each other by their senses in WordNet. */

const MAX_DEPTH = 3
/** Noun classes whose siblings exclude one another: animal, artifact, body, food, location, person, plant, substance, time. */
const EXCLUSIVE = new Set([5, 6, 8, 13, 15, 18, 20, 27, 28])

/** Whether a sense of the first word is above one of the second within three steps. */
export function isAbove(a: number, b: number): boolean {
  for (let i = senseStart[b]!; i < senseStart[b + 1]!; i++)
    if (climbs(senses[i]!, senseStart[a]!, senseStart[a + 1]!, MAX_DEPTH)) return true
  return false
}

function climbs(synset: number, from: number, to: number, depth: number): boolean {
  for (let p = parentStart[synset]!; p < parentStart[synset + 1]!; p++) {
    const parent = parents[p]!
    for (let i = from; i < to; i++) if (senses[i] === parent) return true
    if (depth > 1 && climbs(parent, from, to, depth - 1)) return true
  }
  return false
}

/** Whether two words have a sense in common. */
export function shareSense(a: number, b: number): boolean {
  for (let i = senseStart[a]!; i < senseStart[a + 1]!; i++)
    for (let j = senseStart[b]!; j < senseStart[b + 1]!; j++) if (senses[i] === senses[j]) return true
  return false
}

/** Whether two nouns stand under one. Only the first two senses count: rare senses make siblings of almost anything. */
export function areSiblings(a: number, b: number): boolean {
  if ((tags[a]! & tags[b]! & NOUN) === 0) return false
  for (let i = senseStart[a]!; i < Math.min(senseStart[a + 1]!, senseStart[a]! + 2); i++)
    for (let j = senseStart[b]!; j < Math.min(senseStart[b + 1]!, senseStart[b]! + 2); j++) {
      const [x, y] = [senses[i]!, senses[j]!]
      if (!EXCLUSIVE.has(lexFile[x]!) || lexFile[x] !== lexFile[y]) continue
      for (let p = parentStart[x]!; p < parentStart[x + 1]!; p++)
        for (let q = parentStart[y]!; q < parentStart[y + 1]!; q++) if (parents[p] === parents[q]) return true
    }
  return false
}
