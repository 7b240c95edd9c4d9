import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { pageTexts } from '#domain/main-text.ts'
import { captureSelection } from '../../../web/extension/page/capture-selection.ts'
import { readHandedOver } from '../../../web/features/bookmarklet/bookmarklet.ts'
import { FIXTURE_PAGES } from '../../support/fixture-pages.ts'

const serverTexts = (html: string) => pageTexts(parseHTML(html).document, Readability)
const serverText = (html: string) => serverTexts(html)?.main

/** Shows a page, and selects words of it. */
function show(html: string, words: string): void {
  document.replaceChild(
    document.importNode(new DOMParser().parseFromString(html, 'text/html').documentElement, true),
    document.documentElement,
  )
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.nodeValue ?? '').indexOf(words)
    if (at >= 0) return document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length)
  }
}

/** Words of one node of the page that stand in its main text. */
function someWordsOf(html: string): string {
  const longest = serverText(html)
    ?.split(/\n+/)
    .toSorted((a, b) => b.length - a.length)[0]
  return longest?.split(' ').slice(0, 6).join(' ') ?? ''
}

describe('the same main text is read of a page', () => {
  test.each(FIXTURE_PAGES)('of $name by the extension as by the server', ({ html }) => {
    show(html, someWordsOf(html))
    const before = document.documentElement.outerHTML
    expect(captureSelection()?.text).toBe(serverText(html))
    expect(document.documentElement.outerHTML).toBe(before)
  })

  test.each(FIXTURE_PAGES)('of $name where a bookmark hands it over', ({ html }) => {
    const fields = new URLSearchParams({ html, words: someWordsOf(html) })
    expect(readHandedOver(`#${fields}`).readings?.text).toBe(serverText(html))
  })
})

const page = (name: string) => FIXTURE_PAGES.find(one => one.name === name)?.html ?? ''

test.each([
  ['comments.html', ['no such plan', 'a draft that nobody'], ['3 comments', 'Subscribe', 'never read']],
  ['live-blog.html', ['Correction: an earlier entry'], ['withdrawn', 'Sign up', 'Weather']],
  ['nested-divisions.html', ['nicht beschlossen', 'nicht vor 2027'], ['Wochenmarkt', 'Abo']],
  ['interview.html', ['The letter gives no number', 'The general in his office'], ['cookies', 'Read on']],
  ['table.html', ['Fourth\n\n431', '800 a year'], ['Water board\n']],
  ['letter.html', ['We respect your decision', 'W. Harrow'], []],
])('of %s the words of the item itself are kept', (name, kept, left) => {
  const text = serverText(page(name)) ?? ''
  for (const words of kept) expect(text).toContain(words)
  for (const words of left) expect(text).not.toContain(words)
})

test('with words of the main text goes all that the page says, and where they stand in it', () => {
  show(page('comments.html'), someWordsOf(page('comments.html')))
  const captured = captureSelection()
  const whole = captured?.whole
  expect(whole?.text).toBe(serverTexts(page('comments.html'))?.whole)
  expect(whole?.text.slice(whole.passage.start, whole.passage.end)).toBe(captured?.passage.exact)
})

test('a headline in several lines stands once in the text', () => {
  expect(serverText(page('agency-brackets.html'))?.match(/Harbour tunnel/g)).toHaveLength(1)
})

test('words that stand beside the main text are captured with all the page’s words', () => {
  show(page('comments.html'), 'It was no draft.')
  const captured = captureSelection()
  expect(captured?.passage.exact).toBe('It was no draft.')
  expect(captured?.text).toContain('there has been no such plan')
  expect(captured?.text).toContain('3 comments')
})

test('of words that stand in a page twice those are meant that were selected', () => {
  const again = 'The letter was a draft, they say, and they say it often. '
  const html = `<article><h1>Drafts</h1><p>${'First they spoke of it at length. '.repeat(8)}</p><p>One. ${again}So it was.</p><p>Two. ${again}Or was it?</p></article>`
  show(html, `${again}Or was it?`)
  const captured = captureSelection()
  expect(captured?.text).toBe(serverText(html))
  expect(captured?.text.slice(captured.passage.start)).toBe(`${again}Or was it?`)
})
