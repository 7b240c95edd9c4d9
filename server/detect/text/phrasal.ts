import { knows } from '../lexicon/lexicon.ts'
import type { Tokens } from './tokens.ts'

const PARTICLES = new Set(
  'up down out off back over through away in on by along aside apart ahead short around'.split(' '),
)
/** Phrasal verbs of the news that WordNet lacks. */
const ALSO = new Set(
  'walk_back stop_short lay_off go_ahead pull_back back_down bail_out roll_back push_back tear_up strike_down vote_down throw_out own_up hold_off rule_out call_off'.split(
    ' ',
  ),
)
const MAX_GAP = 3

/**
 * Joins a verb with its particle, next to it or behind a short object at the end of the clause: the verb's lemma becomes "call_off".
 * Returns the indexes of the particles that were joined.
 */
export function joinPhrasalVerbs(tokens: Tokens): Set<number> {
  const joined = new Set<number>()
  const { lemma, tag, word } = tokens
  for (let i = 0; i < lemma.length; i++) {
    if (tag[i] !== 'V') continue
    for (let j = i + 1; j <= Math.min(i + 1 + MAX_GAP, lemma.length - 1); j++) {
      if (tag[j] === '.' || tag[j] === 'V' || tag[j] === 'X') break
      if (!PARTICLES.has(word[j]!)) continue
      const phrase = `${lemma[i]}_${word[j]}`
      if (!knows(phrase) && !ALSO.has(phrase)) break
      const next = tag[j + 1]
      const adjacent = j === i + 1
      /** "called in Paris", "come on Monday": a preposition with its noun, not a particle. */
      if (
        adjacent &&
        (word[j] === 'in' || word[j] === 'on' || word[j] === 'by' || word[j] === 'over') &&
        next !== undefined &&
        next !== '.' &&
        next !== 'P'
      )
        break
      if (!adjacent && next !== undefined && next !== '.' && next !== 'P' && next !== 'C' && next !== 'R')
        break
      lemma[i] = phrase
      joined.add(j)
      break
    }
  }
  return joined
}
