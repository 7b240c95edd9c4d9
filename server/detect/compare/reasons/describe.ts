import type { Quantity } from '../../text/analysis.ts'
import { isSame } from '../align.ts'
import type { Pair } from '../pair.ts'
import type { Prepared } from '../prepare.ts'
import type { Finding, Span } from './finding.ts'

/** The words of a span as they are written. */
export function wordsOf(side: Prepared, span: Span): string {
  const { start, end, text } = side.analysis
  const from = start[span.from]
  const to = end[span.to - 1]
  return from === undefined || to === undefined ? '' : text.slice(from, to).replaceAll(/\s+/g, ' ')
}

const MAX_TOPIC = 4

/** What both statements speak of, in the words of one of them: names and nouns said by both. */
function topicOf(pair: Pair): string {
  const words: string[] = []
  for (let i = 0; i < pair.a.size && words.length < MAX_TOPIC; i++) {
    const j = pair.alignment.ofA[i]!
    if (j < 0 || !isSame(pair.alignment.relation[i]!) || pair.a.kind[i]! % 2 === 1) continue
    words.push(wordsOf(pair.a, { from: pair.a.token[i]!, to: pair.a.token[i]! + 1 }))
  }
  return words.join(' ')
}

function head(quantity: Quantity | undefined): string {
  return quantity?.head ?? ''
}

/** One sentence that tells a person what is at odds, quoting the words of `first` and `second` in the order they were given. */
export function describe(pair: Pair, finding: Finding, swapped: boolean): string {
  const [one, two] = [wordsOf(pair.a, finding.a), wordsOf(pair.b, finding.b)]
  const [x, y] = swapped ? [two, one] : [one, two]
  const topic = topicOf(pair)
  const about = topic === '' ? '' : ` — both about ${topic}`
  switch (finding.type) {
    case 'quantity': {
      const [q] = pair.a.analysis.quantities.filter(quantity => quantity.from === finding.a.from)
      const counted = [head(q), topic].filter(part => part !== '')
      return finding.detail === 'scope'
        ? `${x} and ${y} need not be the same count${about}`
        : `${x} ≠ ${y}${counted.length > 0 ? ` — both count ${counted.join(', ')}` : ''}`
    }
    case 'date':
      return `${x} ≠ ${y} — two dates${topic === '' ? '' : ` for ${topic}`}`
    case 'denial':
      return `“${x}” against “${y}”: one side says that it is not so${about}`
    case 'negation':
      return `“${x}” against “${y}”: one affirms what the other negates${about}`
    case 'antonym':
      return `“${x}” and “${y}” are opposites${about}`
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
