import { ADJECTIVE, knows, NOUN, rarity, VERB, wordId } from '../lexicon/lexicon.ts'
import { STOP_WORDS } from './cue-words.ts'
import type { Tokens } from './tokens.ts'

/** A frame has fewer states than so many: a frame and a state of it are one number, the frame times this and the state. */
export const MOST_STATES = 8

/** Stands in a pattern where other words may come between. */
export const ANY = '…'

/** Words that a phrase is recognised without: articles, auxiliaries, possessives. Modal verbs say more of the whole than of the phrase. */
const SKIPPED = new Set(
  `a an the this that these those 's ' my your his her its our their one's someone's oneself himself herself itself themselves somebody someone
be am is are was were been being 're 'm have has had having 've do does did done will 'll would shall should may might can could must to`.split(
    /\s+/,
  ),
)
const PLACEHOLDERS = new Set(['…', '...', 'something'])
const ANYBODY = new Set(['one', 'someone', 'somebody'])
const NEGATORS = new Set([
  'not',
  "n't",
  'no',
  'never',
  'none',
  'nobody',
  'nothing',
  'nowhere',
  'neither',
  'nor',
  'without',
])

/** The word at `i` as patterns have it: its lemma, of a joined phrasal verb the verb alone; empty when patterns leave it out. */
export function stateWord({ word, lemma, tag }: Pick<Tokens, 'word' | 'lemma' | 'tag'>, i: number): string {
  const written = word[i]!
  if (SKIPPED.has(written)) return ''
  if (written === "n't") return 'not'
  if (tag[i] === '.') return ''
  const base = lemma[i]!
  const joint = base.indexOf('_')
  return joint > 0 ? base.slice(0, joint) : base
}

/** Words with more than so little to tell mean a state by themselves. */
const LEAST_RARITY = 0.32

/** Whether a word by itself can mean a state: no particle, number or word of all days. */
function tellsAlone(word: string, tag: string): boolean {
  return /^[NVAM]$/.test(tag) && !STOP_WORDS.has(word) && rarity(wordId(word)) >= LEAST_RARITY
}

/**
 * The word sequences by which a phrase is recognised: as it is written, and with its first word last, as a passive says it ("refuse permission": "permission … refused"). Empty for a phrase of which no word is left.
 */
export function statePhrases(tokens: Tokens): string[][] {
  const words: string[] = []
  const tags: string[] = []
  for (let i = 0; i < tokens.word.length; i++) {
    if (PLACEHOLDERS.has(tokens.word[i]!)) {
      if (words.length > 0 && words.at(-1) !== ANY) {
        words.push(ANY)
        tags.push('')
      }
      continue
    }
    const word = stateWord(tokens, i)
    const stands = ANYBODY.has(tokens.word[i]!) && tokens.word[i + 1] === "'s"
    if (word === '' || stands) continue
    words.push(word)
    tags.push(tokens.tag[i]!)
  }
  if (words.at(-1) === ANY) words.pop()
  if (words.length === 0 || (words.length === 1 && !tellsAlone(words[0]!, tags[0]!))) return []
  const last = words.length - 1
  const turns =
    words.length >= 2 &&
    !words.includes(ANY) &&
    knows(words[0]!, VERB) &&
    !knows(words[0]!, ADJECTIVE) &&
    knows(words[last]!, NOUN) &&
    !NEGATORS.has(words[0]!) &&
    !NEGATORS.has(words[last]!) &&
    !/[PTR]/.test(tags[last]! + tags[1]!)
  return turns ? [words, [...words.slice(1), ANY, words[0]!]] : [words]
}
