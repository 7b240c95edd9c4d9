import { formatPartialDate } from '#domain/partial-date.ts'
import { changedQuote } from '../../../ui/changed-quote.ts'
import { HOW_PUT_LABELS, QUOTE_STATE_LABELS } from '../../../ui/labels.ts'
import type { FoundClaim } from '../../messages.ts'

type Child = Node | string | null

/** An element with a class and what stands in it: words as words, never as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...children.filter(child => child !== null))
  return made
}

/** What a card says of a claim: the statement, who says it, how it stands, what became of its quote, the way to it. */
export function wordsOfClaim({ marked, found, href }: FoundClaim, titleId: string): Node[] {
  const { statement, speaker, howPut, said, disputed } = marked.claim
  const title = element('h2', '', statement)
  title.id = titleId
  const facts = [
    speaker.name,
    ...(howPut === 'asserted' ? [] : [HOW_PUT_LABELS[howPut].toLowerCase()]),
    ...(said ? [formatPartialDate(said.edtf)] : []),
  ]
  const link = element('a', '', 'Open the claim')
  link.href = href
  link.target = '_blank'
  link.rel = 'noreferrer'
  return [
    title,
    element('p', 'facts', facts.join(' · ')),
    ...(disputed ? [element('p', 'disputed', 'Disputed')] : []),
    ...(found.state === 'changed'
      ? [element('p', 'state', QUOTE_STATE_LABELS.changed), changes(marked.quote.exact, found.difference)]
      : []),
    element('p', '', link),
  ]
}

/** A quote with the words that went and those that came, told apart for those who do not see them as well. */
function changes(exact: string, difference: Parameters<typeof changedQuote>[1]): HTMLElement {
  const pieces = changedQuote(exact, difference).map(({ kind, text }) => {
    if (kind === 'same') return text
    const [name, what] = kind === 'removed' ? (['del', 'was:'] as const) : (['ins', 'now:'] as const)
    return element(name, '', element('span', 'hidden', `${what} `), text)
  })
  return element('blockquote', '', ...pieces)
}
