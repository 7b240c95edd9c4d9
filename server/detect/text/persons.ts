import { lexFile, senseStart, senses, WORD_COUNT, wordId } from '../lexicon/lexicon.ts'

/** WordNet's file of persons. */
const PERSON_FILE = 18

/** Endings of words for persons that are in no dictionary: "marcher", "centenarian". */
const ENDINGS = /..(?:er|ist|ian)$/

/** Whether the first sense of a word is a person, or an unknown word has the ending of one. */
export function isPerson(lemma: string): boolean {
  const id = wordId(lemma)
  if (id >= WORD_COUNT) return ENDINGS.test(lemma)
  return senseStart[id + 1]! > senseStart[id]! && lexFile[senses[senseStart[id]!]!] === PERSON_FILE
}
