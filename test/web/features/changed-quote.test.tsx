import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { anchor } from '#domain/anchor.ts'
import { quoteAt } from '#domain/quote.ts'
import { changedQuote } from '../../../web/ui/changed-quote.ts'
import { ChangedWords } from '../../../web/ui/changed-words.tsx'
import { sayOutlets } from '../../../web/ui/labels.ts'
import { QuoteChange } from '../../../web/ui/quote-change.tsx'
import { renderPage } from '../../support/web-page.tsx'

const BEFORE =
  'The council met. The repair will cost 14 million and not one penny more, she said. Nobody left.'
const SAID = 'The repair will cost 14 million and not one penny more'

/** What became of the quote when its text was edited, as the words that went and came. */
function edited(edit: (text: string) => string) {
  const start = BEFORE.indexOf(SAID)
  const quote = quoteAt(BEFORE, start, start + SAID.length)
  if (quote === null) throw new Error('no quote')
  const found = anchor(edit(BEFORE), quote)
  if (found.state !== 'changed') throw new Error(found.state)
  return found.difference
}

const write = (edit: (text: string) => string) =>
  changedQuote(SAID, edited(edit))
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]` })[kind])
    .join('')

test.each([
  ['a number', 'cost 14', 'cost 40', 'The repair will cost [-14-] [+40+] million and not one penny more'],
  [
    'a word put in',
    'will cost',
    'will not cost',
    'The repair will [+not+] cost 14 million and not one penny more',
  ],
  ['a word left out', 'and not one', 'and one', 'The repair will cost 14 million and [-not-] one penny more'],
])('%s is shown at its place', (_name, before, after, expected) => {
  expect(write(text => text.replace(before, after)).replaceAll(/\s+/g, ' ')).toBe(expected)
})

test.each([
  [
    'words that came in the place of others',
    [
      { kind: 'same', text: 'cost ' },
      { kind: 'removed', text: '14' },
      { kind: 'added', text: '40' },
      { kind: 'same', text: ' million' },
    ],
    'cost <del>14</del> <ins>40</ins> million',
  ],
  [
    'spaces beside them',
    [
      { kind: 'removed', text: 'not one penny ' },
      { kind: 'added', text: 'some ' },
      { kind: 'same', text: 'of it' },
    ],
    '<del>not one penny</del> <ins>some</ins> of it',
  ],
  [
    'a space that came',
    [
      { kind: 'same', text: 'one' },
      { kind: 'added', text: '\n' },
      { kind: 'same', text: 'two' },
    ],
    'one\ntwo',
  ],
] as const)('%s never touch, and spaces bear no line', (_name, parts, html) => {
  const { container } = render(<ChangedWords parts={parts} />)
  expect(container.innerHTML).toBe(html)
})

test('what became of a quote is said with the day since when; nothing while it stands', () => {
  const since = '2024-03-11T10:00:00.000Z'
  const difference = edited(text => text.replace('14', '40'))
  const { unmount } = renderPage(
    <QuoteChange exact={SAID} state="changed" difference={difference} since={since} />,
  )
  screen.getByText(/now says it in other words since/)
  expect(screen.getByText('14').tagName).toBe('DEL')
  expect(screen.getByText('40').tagName).toBe('INS')
  unmount()
  const gone = renderPage(<QuoteChange exact={SAID} state="missing" difference={[]} since={since} />)
  expect(screen.getByText(SAID).tagName).toBe('DEL')
  gone.unmount()
  renderPage(<QuoteChange exact={SAID} state="exact" difference={[]} since={since} />)
  expect(screen.queryByText(/since/)).toBeNull()
})

test('outlets that print one text are one voice', () => {
  expect(sayOutlets({ outlets: 3, voices: 1 })).toBe('3 outlets, 1 voice')
  expect(sayOutlets({ outlets: 3, voices: 3 })).toBe('3 outlets')
})
