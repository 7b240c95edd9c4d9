import { isSame } from '../../lexicon/relate.ts'
import type { Quantity } from '../../text/analysis.ts'
import type { Pair } from '../pair.ts'
import { ADJECTIVE_WORD, type Prepared, VERB_WORD } from '../prepare.ts'
import type { Finding, Span } from './finding.ts'

/** The words of a span as they are written. */
export function wordsOf(side: Prepared, span: Span): string {
  const { start, end, text } = side.analysis
  const from = start[span.from]
  const to = end[span.to - 1]
  return from === undefined || to === undefined ? '' : text.slice(from, to).replaceAll(/\s+/g, ' ')
}

const MAX_TOPIC = 4

/** Tags of words that belong to the noun behind them: "US troops", "direct deaths". */
const BELONGS = new Set(['N', 'M', 'A'])

/**
 * What both statements speak of, in the words of the first one: names and nouns said by both, but for `unit`, with what
 * ties them together.
 */
function topicOf({ a, b, alignment }: Pair, unit = ''): { text: string; lemmas: Set<string> } {
  const lemmas = new Set<string>()
  let text = ''
  let last = 0
  for (let i = 0; i < a.size && lemmas.size < MAX_TOPIC; i++) {
    const j = alignment.ofA[i]!
    const token = a.token[i]!
    const spoken = (a.kind[i]! & (VERB_WORD | ADJECTIVE_WORD)) === 0 && a.analysis.lemma[token] !== unit
    if (j < 0 || !isSame(alignment.relation[i]!) || !spoken) continue
    const from = token - sharedBefore(a, b, token, b.token[j]!, last)
    lemmas.add(a.analysis.lemma[token]!)
    if (text === '') text = wordsOf(a, { from, to: token + 1 })
    else {
      const tied = from === last ? from : tieBefore(a, from, last)
      text += `${tied === null ? ', ' : ' '}${wordsOf(a, { from: tied ?? from, to: token + 1 })}`
    }
    last = token + 1
  }
  return { text, lemmas }
}

/** How many words right before a shared one stand there in both statements and belong to it. */
function sharedBefore(a: Prepared, b: Prepared, inA: number, inB: number, first: number): number {
  const [one, other] = [a.analysis, b.analysis]
  let count = 0
  while (
    inA - count > first &&
    BELONGS.has(one.tag[inA - count - 1]!) &&
    one.lemma[inA - count - 1] === other.lemma[inB - count - 1]
  )
    count++
  return count
}

/** Where the preposition stands, with its article, that ties a word to those before it; null when none does. */
function tieBefore({ analysis: { tag } }: Prepared, from: number, first: number): number | null {
  const at = tag[from - 1] === 'D' ? from - 2 : from - 1
  return at >= first && tag[at] === 'P' ? at : null
}

/** What a number counts, as the statement calls it. */
function countedWord({ analysis }: Prepared, { head, to }: Quantity): string {
  const at = analysis.lemma.indexOf(head, to)
  return at < 0 ? head : analysis.text.slice(analysis.start[at], analysis.end[at])
}

/** One sentence that tells a person what is at odds, quoting the words of `first` and `second` in the order they were given. */
export function describe(pair: Pair, finding: Finding, swapped: boolean): string {
  const [one, two] = [wordsOf(pair.a, finding.a), wordsOf(pair.b, finding.b)]
  const [x, y] = swapped ? [two, one] : [one, two]
  const quantity =
    finding.type === 'quantity' ? pair.a.analysis.quantities.find(q => q.from === finding.a.from) : undefined
  const measured = quantity !== undefined && quantity.dimension !== 'count'
  const { text: topic, lemmas } = topicOf(pair, measured ? quantity.head : '')
  const about = topic === '' ? '' : ` — both about ${topic}`
  switch (finding.type) {
    case 'quantity': {
      const named = quantity !== undefined && !measured && !lemmas.has(quantity.head)
      const counted = [named ? countedWord(pair.a, quantity) : '', topic]
        .filter(part => part !== '')
        .join(', ')
      return finding.detail === 'scope'
        ? `${x} and ${y} need not be the same count${about}`
        : `${x} ≠ ${y}${counted === '' ? '' : ` — both ${measured ? 'measure' : 'count'} ${counted}`}`
    }
    case 'date':
      if (finding.detail === 'order') return `“${x}” against “${y}”: the other order of events${about}`
      return `${x} ≠ ${y} — two dates${topic === '' ? '' : ` for ${topic}`}`
    case 'denial':
      return `“${x}” against “${y}”: one side says that it is not so${about}`
    case 'negation':
      return `“${x}” against “${y}”: one affirms what the other negates${about}`
    case 'antonym':
      return finding.detail === 'state'
        ? `“${x}” rules out “${y}”${about}`
        : `“${x}” and “${y}” are opposites${about}`
    case 'place':
      return `“${x}” or “${y}”: two places${topic === '' ? '' : ` for ${topic}`}`
    case 'actor':
      return finding.detail === 'swap'
        ? `“${x}” against “${y}”: the roles are the other way round`
        : `“${x}” or “${y}”: two names in one role${about}`
    case 'modality':
      return `“${x}” against “${y}”: what must, may and must not be differ${about}`
    case 'exclusivity':
      return finding.detail === 'only' || finding.detail === 'all'
        ? `“${x}” leaves no room for “${y}”${about}`
        : `“${x}” or “${y}”: hardly both${about}`
    case 'attribution':
      return `“${x}” against “${y}”: one side tells what the other only reports, asks or doubts${about}`
    case 'definition':
      return `“${x}” and “${y}” may not mean the same measure${about}`
    default:
      return `“${x}” and “${y}”: only the words differ${about}`
  }
}
