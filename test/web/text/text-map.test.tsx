import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseText } from '#domain/plain-text.ts'
import { paragraphsOf } from '../../../web/text/paragraphs.ts'
import { mapText } from '../../../web/text/text-map.ts'

/** Shows a text as the reader does: a block a paragraph, its words in pieces of at most `piece` units. */
function show(text: string, piece = Number.POSITIVE_INFINITY): HTMLElement {
  const host = document.createElement('div')
  for (const { start, text: words } of paragraphsOf(text)) {
    const block = document.createElement('p')
    block.dataset['start'] = String(start)
    for (let at = 0; at < words.length; at += piece) {
      const mark = document.createElement('mark')
      mark.append(words.slice(at, at + piece))
      block.append(piece === Number.POSITIVE_INFINITY ? words : mark)
      if (piece === Number.POSITIVE_INFINITY) break
    }
    host.append(block)
  }
  document.body.replaceChildren('before', host, 'after')
  return host
}

const PARTS = [
  'said',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '👩‍👩‍👧',
  'e\u0301',
  'ﷺ',
  'לא',
  'العراق',
  '\u202e',
  '𝔄',
  '\u00ad',
  '<b>',
  '&amp;',
  '“',
]
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ unit: 'binary' })), { maxLength: 40 })
  .map(parts => normaliseText(parts.join('')))

test('the blocks and what stands between them are the whole text', () => {
  fc.assert(
    fc.property(anyText, text => {
      let at = 0
      for (const { start, text: words } of paragraphsOf(text)) {
        expect(text.slice(at, start)).toMatch(/^\n*$/)
        expect(text.slice(start, start + words.length)).toBe(words)
        expect(words).not.toContain('\n\n')
        at = start + words.length
      }
      expect(text.slice(at)).toMatch(/^\n*$/)
    }),
  )
})

test('any span of any text → a range → the same span', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.nat(),
      fc.nat(),
      fc.constantFrom(1, 3, Number.POSITIVE_INFINITY),
      (text, a, b, piece) => {
        fc.pre(text !== '')
        const host = show(text, piece)
        const map = mapText(host, text.length)
        const start = Math.min(a % text.length, b % text.length)
        const end = Math.max(a % text.length, b % text.length)
        const range = map.rangeOf({ start, end: end + 1 })
        // At an edge that stands between two blocks there is no node: the range starts and ends with the words.
        const from = text.slice(start).search(/[^\n]/) + start
        const to = text.slice(0, end + 1).replace(/\n+$/, '').length
        fc.pre(from < to && text.slice(start, end + 1).trim() !== '')
        const read = {
          start: map.offsetOf(range.startContainer, range.startOffset),
          end: map.offsetOf(range.endContainer, range.endOffset),
        }
        expect(text.slice(read.start, read.end).trim()).toBe(text.slice(start, end + 1).trim())
        expect(read.start).toBeGreaterThanOrEqual(start)
        expect(read.end).toBeLessThanOrEqual(end + 1)
      },
    ),
  )
})

test('any place in any node → an offset → the same place', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.constantFrom(1, 3, Number.POSITIVE_INFINITY), (text, seed, piece) => {
      const host = show(text, piece)
      const map = mapText(host, text.length)
      const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const words = node.textContent ?? ''
        const offset = seed % (words.length + 1)
        const at = map.offsetOf(node, offset)
        expect(text.slice(at - offset, at - offset + words.length)).toBe(words)
      }
    }),
  )
})

const TEXT = 'One two.\n\n\nThree\nfour.'

test.each([
  ['before the text', (host: HTMLElement) => [host.parentNode!, 0], 0],
  ['at its start', (host: HTMLElement) => [host, 0], 0],
  ['between two blocks, as a triple click ends', (host: HTMLElement) => [host.children[1]!, 0], 11],
  ['between two blocks, by number', (host: HTMLElement) => [host, 1], 11],
  ['after a block', (host: HTMLElement) => [host.children[0]!, 1], 11],
  ['at its end', (host: HTMLElement) => [host, 2], TEXT.length],
  ['after the text', (host: HTMLElement) => [host.nextSibling!, 3], TEXT.length],
] as [string, (host: HTMLElement) => [Node, number], number][])('a place %s', (_, place, expected) => {
  const host = show(TEXT)
  expect(mapText(host, TEXT.length).offsetOf(...place(host))).toBe(expected)
})

test('a text of nothing has an empty range', () => {
  const host = show('')
  expect(mapText(host, 0).rangeOf({ start: 0, end: 5 }).collapsed).toBe(true)
})
