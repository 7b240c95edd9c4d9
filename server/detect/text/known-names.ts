import { governedFrom, isPlaceNumber, mostWords, nameNumber } from '../lexicon/named.ts'
import { plain } from '../lexicon/plain.ts'
import type { Analysis } from './analysis.ts'
import { oncePer } from './once-per.ts'

const split = (words: string): Set<string> => new Set(words.split(/\s+/))

/** What may stand before the name of a place within a name: "Central London" is in London, "Jack London" is not. */
const PARTS = split(
  `north south east west northern southern eastern western central greater inner outer upper lower downtown new old port
northeast northwest southeast southwest north-east north-west south-east south-west`,
)

/** What may stand after the name of a place within a name: "London Mayor", but not "Paris Hilton". */
const CIVIC = split(
  `airport area bridge bureau centre center cathedral city coast conference council county court district embassy festival fire government
governor harbour hospital island mayor minister ministry office olympics parliament police port premier president province region
school senator square station state stock street summit tower university zoo`,
)

/** What a government does, and a city does not: where a capital does it, the country's government is meant. */
const DEEDS = split(
  `accept accuse acquire agree announce approve ask authorise ban blame block break buy call condemn criticise cut declare defend demand deny
expel extend freeze impose insist lift offer oppose order outlaw pledge plan postpone press protest pull_out put_off ratify recall recognise
refuse reject restore say seek send sign summon suspend threaten urge veto vow want warn welcome withdraw`,
)

/** Reads the words of a statement for names; `numbers` per token, 0 for none. */
function read(analysis: Analysis): Uint16Array {
  const { lemma, tag, start, end, text, names } = analysis
  const numbers = new Uint16Array(lemma.length)
  const words = lemma.map((_, i) => text.slice(start[i], end[i]))
  for (const name of names)
    for (let i = name.from; i < name.to; ) {
      const found = longestAt(words, i)
      const fits = found.number > 0 && (found.size > 1 || standsAlone(analysis, words, i, name))
      if (fits) numbers.fill(found.number, i, i + found.size)
      const next = i + (fits ? found.size : 1)
      if (fits && next <= lemma.length) {
        const country = isPlaceNumber(found.number) ? governedFrom(found.number) : 0
        if (country > 0 && (i === 0 || tag[i - 1] !== 'P') && acts(analysis, next))
          numbers.fill(country, i, next)
      }
      i = next
    }
  return numbers
}

/** The longest known name that begins at word i, by its number and how many words it has; 0 and 0 when there is none. */
export function longestAt(words: readonly string[], i: number): { number: number; size: number } {
  let size = Math.min(mostWords(plain(words[i]!)), words.length - i)
  for (; size > 0; size--) {
    const number = nameNumber(plain(words.slice(i, i + size).join(' ')))
    if (number > 0) return { number, size }
  }
  return { number: 0, size: 0 }
}

/** Whether the word at i is no part of somebody's or something's longer name. */
function standsAlone(
  { tag }: Analysis,
  words: readonly string[],
  i: number,
  { from, to }: { from: number; to: number },
): boolean {
  const before = i > from && tag[i - 1] === 'M' ? plain(words[i - 1]!) : ''
  const after = i + 1 < to && tag[i + 1] === 'M' ? plain(words[i + 1]!) : ''
  if (before !== '' && !PARTS.has(before) && nameNumber(before) === 0) return false
  return after === '' || CIVIC.has(after) || mostWords(after) > 0
}

/** Whether the verb that follows, after auxiliaries and adverbs, is a deed of a government. */
function acts({ lemma, tag }: Analysis, from: number): boolean {
  let i = from
  while (tag[i] === 'X' || tag[i] === 'R') i++
  /** "Berlin wants the": the tagger takes some verbs for nouns. */
  if (DEEDS.has(lemma[i] ?? '')) return tag[i] === 'V' || (tag[i] === 'N' && tag[i + 1] === 'D')
  return DEEDS.has(`${lemma[i]}_${lemma[i + 1]}`)
}

/** Per token the number of the known name it belongs to (see lexicon/named.ts), 0 for none. Found once and kept as long as the analysis. */
export const knownNames: (analysis: Analysis) => Uint16Array = oncePer(read)
