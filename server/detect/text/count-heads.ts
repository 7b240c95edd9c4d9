import type { Tokens } from './tokens.ts'
import { unitOf } from './units.ts'

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
    if (t === '#' && word[i - 1] === "'s") continue
    if (article ? i !== first : t !== 'A' && t !== 'M' && t !== 'V' && word[i] !== "'s") break
  }
  if (!ordinal && isTime(head)) return ''
  return Object.hasOwn(SAME_HEADS, head) ? SAME_HEADS[head]! : head
}

const BEFORE_FIGURE = new Set(
  'at to be stand reach total hit exceed number rise fall remain put by than top'.split(' '),
)
const FIGURE_REACH = 12

/** "The death toll stands at 64": what is counted when the number comes last, the noun nearest before it; empty when there is none. */
export function findSubject({ tag, lemma, sentence }: Tokens, from: number): string {
  if (from < 2 || !BEFORE_FIGURE.has(lemma[from - 1]!)) return ''
  for (let i = from - 2; i >= Math.max(0, from - FIGURE_REACH) && sentence[i] === sentence[from]; i--)
    if (tag[i] === 'N') return lemma[i]!
  return ''
}
