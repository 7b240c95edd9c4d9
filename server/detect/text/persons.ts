import { lexFile, senseStart, senses, WORD_COUNT, wordId } from '../lexicon/lexicon.ts'

/** WordNet's file of persons. */
const PERSON_FILE = 18

/** Whether the first sense of a word is a person. */
export function isPerson(lemma: string): boolean {
  const id = wordId(lemma)
  return (
    id < WORD_COUNT &&
    senseStart[id + 1]! > senseStart[id]! &&
    lexFile[senses[senseStart[id]!]!] === PERSON_FILE
  )
}
