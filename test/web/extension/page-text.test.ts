import { array, assert, constantFrom, letrec, oneof, property, stringMatching, tuple } from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { paragraphsOf } from '#domain/paragraphs.ts'
import { normaliseText } from '#domain/plain-text.ts'
import { pageText } from '../../../web/extension/page/page-text.ts'

function pageOf(html: string): HTMLElement {
  document.body.innerHTML = html
  return document.body
}

/** The text as the server reads it of the same page. */
function serverText(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  return normaliseText(paragraphsOf(document.body).join('\n\n'))
}

const PAGES: [what: string, html: string, text: string][] = [
  ['nothing', '', ''],
  ['white space alone', ' \n <p> </p> ', ''],
  ['words', 'No decision.', 'No decision.'],
  ['runs of white space', '<p> No \n\t decision \u00a0 yet </p>', 'No decision yet'],
  ['two blocks', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['blocks in blocks', '<div><div>One</div>Two<div>Three</div></div>', 'One\n\nTwo\n\nThree'],
  ['words of one block in many elements', '<p>No <b>de</b>cision <i>yet</i>.</p>', 'No decision yet.'],
  ['a space that stands between elements', '<p><b>No</b> <i>decision</i></p>', 'No decision'],
  ['a space at the edge of an element', '<p><b>No </b><i> decision</i></p>', 'No decision'],
  ['line ends', '<p>One<br> two<br><br>three<br></p>', 'One\ntwo\n\nthree'],
  ['many line ends', '<p>One<br><br><br><br><br>two</p>', 'One\n\ntwo'],
  ['line ends around blocks', '<br>One<br><p>Two</p><br><br>Three', 'One\n\nTwo\n\nThree'],
  ['what is not shown', '<p>One<script>1</script><style>2</style> two</p><noscript>3</noscript>', 'One two'],
  ['a table', '<table><tr><td>One</td><td>Two</td></tr></table>', 'One\n\nTwo'],
  ['a list', '<ul><li>One</li><li>Two <ul><li>Three</li></ul></li></ul>', 'One\n\nTwo\n\nThree'],
  ['an inline element around blocks', '<a><p>One</p>Two</a>three', 'One\n\nTwothree'],
  ['a comment', '<p>One<!-- two -->three</p>', 'Onethree'],
]

describe('the text of a page', () => {
  test.each(PAGES)('%s', (_what, html, text) => {
    expect(pageText(pageOf(html)).text).toBe(text)
    expect(serverText(html)).toBe(text)
  })
})

const inline = constantFrom('b', 'i', 'span', 'a')
const block = constantFrom('p', 'div', 'li', 'blockquote', 'h2', 'td')
const words = stringMatching(/^[a-z“” \n\t]{0,12}$/)
const html = letrec<{ node: string }>(tie => ({
  node: oneof(
    { maxDepth: 5 },
    words,
    constantFrom('<br>', '<script>x</script>', ' ', '<br><br>'),
    tuple(oneof(inline, block), array(tie('node'), { maxLength: 4 })).map(
      ([name, inner]) =>
        `<${name === 'p' || name === 'td' || name === 'li' ? 'section' : name}>${inner.join('')}</${name === 'p' || name === 'td' || name === 'li' ? 'section' : name}>`,
    ),
  ),
})).node

test('the text that the browser reads of a page is the one that the server reads of it', () => {
  assert(
    property(html, html => {
      expect(pageText(pageOf(html)).text).toBe(serverText(html))
    }),
  )
})

/** The words that a range covers, without those of scripts that stand between them. */
function shownWords(range: Range): string {
  const covered = range.cloneContents()
  for (const script of covered.querySelectorAll('script')) script.remove()
  return covered.textContent ?? ''
}

test('every word of the text is found in the page, and back', () => {
  assert(
    property(html, html => {
      const { text, rangeOf, spanOf } = pageText(pageOf(html))
      for (const { 0: word, index } of text.matchAll(/\S+/g)) {
        const span = { start: index, end: index + word.length }
        const range = rangeOf(span)
        expect(range && shownWords(range)).toBe(word)
        expect(range && spanOf(range)).toEqual(span)
      }
    }),
  )
})

describe('a selection', () => {
  const PAGE = '<h1>The letter</h1><p>There was <b>no</b>\n   decision.</p><p>None at all.</p>'

  test('of several blocks is the words from the first to the last', () => {
    const { text, spanOf } = pageText(pageOf(PAGE))
    const range = document.createRange()
    range.selectNodeContents(document.body)
    expect(spanOf(range)).toEqual({ start: 0, end: text.length })
  })

  test.each([
    ['an element', 'b', 'no'],
    ['a block', 'p', 'There was no decision.'],
    ['a heading', 'h1', 'The letter'],
  ])('of %s is its words', (_what, selector, words) => {
    const { text, spanOf } = pageText(pageOf(PAGE))
    const range = document.createRange()
    range.selectNode(document.querySelector(selector)!)
    const span = spanOf(range)
    expect(text.slice(span?.start, span?.end)).toBe(words)
  })

  test('of white space alone is none', () => {
    const { spanOf } = pageText(pageOf(PAGE))
    const node = document.querySelector('b')!.nextSibling!
    const range = document.createRange()
    range.setStart(node, 1)
    range.setEnd(node, 3)
    expect(spanOf(range)).toBeNull()
  })
})

test('a passage whose words are gone from the page has no place', () => {
  const { rangeOf } = pageText(pageOf('<p>One two</p><p>Three</p>'))
  document.querySelector('p')!.remove()
  expect(rangeOf({ start: 0, end: 3 })).toBeNull()
  document.querySelector('p')!.firstChild!.nodeValue = 'T'
  expect(rangeOf({ start: 9, end: 14 })).toBeNull()
})
