import type { Tokens } from './tokens.ts'
import { type Unit, unitOf } from './units.ts'

const HEAD_GAP = 6

/** "7 per cent last year", "five people a day": when, not what. */
const TIMES = new Set(
  'today yesterday tomorrow tonight morning afternoon evening spring summer autumn winter season quarter weekend'.split(
    ' ',
  ),
)

/** "on seven occasions", "four times". */
const SAME_HEADS: Record<string, string> = {
  occasion: 'time',
  instance: 'time',
}

const isTime = (lemma: string): boolean => TIMES.has(lemma) || unitOf(lemma)?.dimension === 'duration'

/**
 * What is counted: the last noun of the noun phrase at token `at`, after "of the" or behind a possessive ("the dam's turbines"); empty
 * where there is none. Of ordinals a time may be counted ("the fifth morning").
 */
export function findHead({ tag, lemma, word }: Tokens, at: number, ordinal = false): string {
  let head = ''
  let i = word[at] === 'of' ? at + 1 : at
  const first = i
  for (let steps = 0; i < tag.length && steps < HEAD_GAP; i++, steps++) {
    const t = tag[i]!
    if (head !== '' && (word[i] === "'s" || (word[i] === "'" && word[i - 1]!.endsWith('s')))) {
      head = ''
      continue
    }
    if (t === 'N' || (t === 'M' && word[i]!.endsWith('s') && tag[i + 1] !== 'M')) {
      head = t === 'M' ? lemma[i]!.replace(/s$/, '') : lemma[i]!
      continue
    }
    if (head !== '') break
    const article = t === 'D' || (t === 'O' && word[i] !== 'they')
    if (t === '#' && (word[i - 1] === "'s" || (first > at && head === ''))) continue
    if (article ? i !== first : t !== 'A' && t !== 'M' && t !== 'V' && word[i] !== "'s") break
  }
  if (!ordinal && isTime(head)) return ''
  return Object.hasOwn(SAME_HEADS, head) ? SAME_HEADS[head]! : head
}

const BEFORE_FIGURE = new Set(
  'at to be stand reach total hit exceed number rise fall remain put by than top'.split(' '),
)
const FIGURE_REACH = 12
/** "the number of soldiers": the second noun tells what is counted, but "the toll of the quake" the first. */
const NUMBERS = new Set('number total count tally sum amount figure rest remainder'.split(' '))

/** From a noun back to the one that it belongs to: "hero of the bank robbery". */
function ownerOf({ tag, lemma, word }: Tokens, at: number): string {
  let i = at - 1
  while (i > 0 && (tag[i] === 'N' || tag[i] === 'A' || tag[i] === 'D' || tag[i] === 'M')) i--
  return word[i] === 'of' && tag[i - 1] === 'N' && !NUMBERS.has(lemma[i - 1]!) ? lemma[i - 1]! : lemma[at]!
}

/** "The death toll stands at 64": what is counted when the number comes last, the noun nearest before it; empty when there is none. */
export function findSubject(tokens: Tokens, from: number): string {
  const { tag, lemma, sentence } = tokens
  if (from < 2 || !BEFORE_FIGURE.has(lemma[from - 1]!)) return ''
  for (let i = from - 2; i >= Math.max(0, from - FIGURE_REACH) && sentence[i] === sentence[from]; i--)
    if (tag[i] === 'N') return ownerOf(tokens, i)
  return ''
}

/** What of a thing is measured, by the adjective behind a length. */
const ATTRIBUTES: Record<string, string> = {
  long: 'length',
  deep: 'depth',
  wide: 'width',
  broad: 'width',
  across: 'width',
  high: 'height',
  tall: 'height',
  thick: 'thickness',
  away: 'distance',
  apart: 'distance',
}

/** "50 metres long", "two metres deep": which of its lengths is told; empty where it is not. */
export function attributeOf({ word }: Tokens, to: number, unit: Unit | null): string {
  if (unit?.dimension !== 'length') return ''
  const next = word[word[to] === '-' ? to + 1 : to] ?? ''
  return Object.hasOwn(ATTRIBUTES, next) ? ATTRIBUTES[next]! : ''
}
