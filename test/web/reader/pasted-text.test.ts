import { expect, test } from 'vitest'
import { paragraphsOfHtml, pastedText } from '../../../web/features/sources/pasted-text.ts'

test.each([
  ['nothing', '', []],
  ['paragraphs', '<p>One</p><p>Two</p>', ['One', 'Two']],
  ['white space of the source', '<p>\n  One\n  line  </p>', ['One line']],
  ['a line break', '<p>One<br>Two</p>', ['One\nTwo']],
  ['inline elements', '<p>O<b>n</b>e <a href="/x">two</a></p>', ['One two']],
  [
    'headings, lists and quotations',
    '<h1>A</h1><ul><li>B</li><li>C</li></ul><blockquote>D</blockquote>',
    ['A', 'B', 'C', 'D'],
  ],
  ['text beside blocks', 'A<div>B</div>C', ['A', 'B', 'C']],
  ['blocks in blocks', '<div><section><p>A</p></section><p>B</p></div>', ['A', 'B']],
  ['what is not seen', '<style>p{}</style><script>x()</script><p>A</p><button>Share</button>', ['A']],
  ['characters', '<p>5&nbsp;000 &amp; “so” 👩‍👩‍👧</p>', ['5 000 & “so” 👩‍👩‍👧']],
])('blocks of %s', (_, html, expected) => {
  expect(paragraphsOfHtml(html)).toEqual(expected)
})

test.each([
  ['plain text with paragraphs is taken as it is', 'A\n\nB', '<p>A</p><p>B</p><p>C</p>', 'A\n\nB'],
  ['plain text without any, from the page', 'A\nB', '<p>A</p><p>B</p>', 'A\n\nB'],
  ['plain text alone', 'A\nB', '', 'A\nB'],
  ['one block is no reason to change anything', 'A\nB', '<p>A<br>B</p>', 'A\nB'],
])('%s', (_, plain, html, expected) => {
  expect(pastedText(plain, html)).toBe(expected)
})
