import { readFileSync } from 'node:fs'
import { section, unpack, unpackWords } from './container.ts'
import { wordId } from './lexicon.ts'

/** Nouns that mean the same in the news or stand one above the other: weights/nouns.bin, made by build-nouns.ts. */

export type NounStanding = 'same' | 'above' | 'below' | 'none'

const sections = unpack(readFileSync(new URL('../weights/nouns.bin', import.meta.url)))
const ids = unpackWords(section(sections, 'words', Uint8Array)).map(wordId)
const first = section(sections, 'first', Uint16Array)
const second = section(sections, 'second', Uint16Array)
const kind = section(sections, 'kind', Uint8Array)

const SAME = 1

const standings = new Map<number, Map<number, NounStanding>>()

/** Two nouns mean the same in one group and not in another: then the same. */
function remember(a: number, b: number, how: NounStanding): void {
  const row = standings.get(a) ?? new Map<number, NounStanding>()
  standings.set(a, row)
  if (row.get(b) !== 'same') row.set(b, how)
}

for (const [i, how] of kind.entries()) {
  const [a, b] = [ids[first[i]!]!, ids[second[i]!]!]
  remember(a, b, how === SAME ? 'same' : 'below')
  remember(b, a, how === SAME ? 'same' : 'above')
}

/** How two words stand to each other as nouns, by their numbers: they mean the same, or the first is above or below the second. */
export const nounStanding = (a: number, b: number): NounStanding => standings.get(a)?.get(b) ?? 'none'
