import type { Tokens } from './tokens.ts'

const STRONG = new Set([';', ':', '.', '!', '?', '--', '...', '|', '(', ')', ' - ', '"'])
/** Subordinators and "but" open a clause; what stands before is not under them. */
const OPENERS = new Set(
  'but because although though while whereas since if unless until when after before whether which who where despite however and or so as'.split(
    ' ',
  ),
)
const ALWAYS = new Set('but because although though while whereas unless which however despite'.split(' '))

/**
 * Numbers the clauses: a new one begins at strong punctuation, at a comma or coordinator that is followed by something with a verb
 * of its own, and at a subordinator. Without a parser this is a guess; lists and short asides stay in their clause.
 */
export function numberClauses(tokens: Tokens): number[] {
  const { word, tag, sentence } = tokens
  const clause: number[] = []
  let number = 0
  let hasVerb = false
  for (let i = 0; i < word.length; i++) {
    const w = word[i]!
    if (i > 0 && sentence[i] !== sentence[i - 1]) {
      number++
      hasVerb = false
    } else if (i > 0 && opens(tokens, i, hasVerb)) {
      number++
      hasVerb = false
    }
    clause.push(number)
    if (tag[i] === 'V' || tag[i] === 'X') hasVerb = true
    if ((STRONG.has(w) || (w === '-' && isSpaced(tokens, i))) && !(w === '.' && i + 1 === word.length)) {
      number++
      hasVerb = false
    }
  }
  return clause
}

function isSpaced({ start, end }: Tokens, i: number): boolean {
  return i > 0 && i + 1 < start.length && end[i - 1]! < start[i]! && end[i]! < start[i + 1]!
}

function opens({ word, tag }: Tokens, i: number, hasVerb: boolean): boolean {
  const w = word[i]!
  if (ALWAYS.has(w)) return true
  if (!hasVerb) return false
  if (w === ',') return hasVerbSoon(tag, word, i + 1, 9)
  if (w === 'and' || w === 'or' || w === 'so') return hasVerbSoon(tag, word, i + 1, 5)
  const opener = OPENERS.has(w) || (w === 'prior' && word[i + 1] === 'to')
  return opener && hasVerbSoon(tag, word, i + 1, 6)
}

function hasVerbSoon(tag: string[], word: string[], from: number, within: number): boolean {
  for (let i = from; i < Math.min(tag.length, from + within); i++) {
    if (tag[i] === 'V' || tag[i] === 'X') return true
    if (STRONG.has(word[i]!) || word[i] === ',') return false
  }
  return false
}
