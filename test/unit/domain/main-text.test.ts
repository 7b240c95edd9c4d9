import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { pageTexts } from '#domain/main-text.ts'

const read = (html: string) => pageTexts(parseHTML(html).document, Readability)

const SAID =
  'The council leader told a meeting on Monday evening that the old bridge would close to all traffic.'
const PARAGRAPH = `${SAID} Nobody who had come to listen had been told of it before, said those who had come.`
const page = (body: string) => `<!doctype html><html><body>${body}</body></html>`
const ARTICLE = `<article><h1>The bridge</h1>${`<p>${PARAGRAPH}</p>`.repeat(4)}</article>`
const AROUND = [
  '<nav>Home News</nav>',
  '<aside><p>It was no draft, writes a reader.</p></aside><footer>Imprint</footer>',
] as const

test('the main text leaves out what stands around it, the whole is every paragraph', () => {
  const texts = read(page(AROUND[0] + ARTICLE + AROUND[1]))
  expect(texts?.main).toBe(['The bridge', ...Array.from({ length: 4 }, () => PARAGRAPH)].join('\n\n'))
  expect(texts?.whole).toBe(`Home News\n\n${texts?.main}\n\nIt was no draft, writes a reader.\n\nImprint`)
})

test.each([
  ['with nothing around its main text', page(ARTICLE)],
  ['with too few words to tell', page('<nav>Home</nav><p>We will leave.</p>')],
  ['without words', page('<nav></nav><script>void 0</script>')],
])('of a page %s both are the same', (_name, html) => {
  const texts = read(html)
  expect(texts?.whole).toBe(texts?.main)
})

test('a page without words has none', () => {
  expect(read(page(''))).toEqual({ main: '', whole: '' })
})

test('what stands in the main text stands in the whole', () => {
  const texts = read(page(AROUND[0] + ARTICLE + AROUND[1]))
  for (const paragraph of texts?.main.split('\n\n') ?? []) expect(texts?.whole).toContain(paragraph)
})

test('a page of more than a million elements is no document', () => {
  expect(read(page('<i></i>'.repeat(1_000_001)))).toBeNull()
})
