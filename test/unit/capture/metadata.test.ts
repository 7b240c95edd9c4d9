import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { documentDate } from '../../../server/capture/extract/dates.ts'
import { readMetadata } from '../../../server/capture/extract/html-metadata.ts'
import { readJsonLd } from '../../../server/capture/extract/json-ld.ts'
import { detectLanguage, languageTag } from '../../../server/capture/extract/language.ts'
import { namesInByline, personName } from '../../../server/capture/extract/written-names.ts'

const URL = 'https://paper.example/2024/bridge'
const read = (head: string, body = '') =>
  readMetadata(parseHTML(`<html><head>${head}</head><body>${body}</body></html>`).document, URL)
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`
const property = (name: string, content: string) => `<meta property="${name}" content="${content}">`
const ld = (item: object) => `<script type="application/ld+json">${JSON.stringify(item)}</script>`

/** Each way in which a page says something of itself, alone. */
test.each([
  ['title', ld({ '@type': 'NewsArticle', headline: 'Closed' }), 'Closed'],
  ['title', meta('citation_title', 'Closed'), 'Closed'],
  ['title', property('og:title', 'Closed'), 'Closed'],
  ['title', meta('twitter:title', 'Closed'), 'Closed'],
  ['title', '<title>The bridge will close in May | The Paper</title>', 'The bridge will close in May'],
  ['outlet', ld({ '@type': 'Article', publisher: { name: 'The Paper' } }), 'The Paper'],
  ['outlet', property('og:site_name', 'The Paper'), 'The Paper'],
  ['outlet', meta('citation_journal_title', 'Annals of Bridges'), 'Annals of Bridges'],
  ['published', ld({ '@type': 'NewsArticle', datePublished: '2024-03-11T23:30:00-05:00' }), '2024-03-11'],
  ['published', ld({ '@type': ['Thing', 'NewsArticle'], datePublished: '2024-03' }), '2024-03'],
  ['published', property('article:published_time', '2024-03-11T08:00:00Z'), '2024-03-11'],
  ['published', meta('citation_publication_date', '2024/03/11'), '2024-03-11'],
  ['published', meta('citation_publication_date', '2024/3'), '2024-03'],
  ['published', meta('dc.date', '2024'), '2024'],
  ['published', meta('parsely-pub-date', '2024-03-11'), '2024-03-11'],
  ['modified', ld({ '@type': 'NewsArticle', dateModified: '2024-03-12' }), '2024-03-12'],
  ['modified', property('article:modified_time', '2024-03-12T08:00:00Z'), '2024-03-12'],
  ['modified', meta('dcterms.modified', '2024-03-12'), '2024-03-12'],
  ['language', ld({ '@type': 'NewsArticle', inLanguage: { '@type': 'Language', name: 'de' } }), 'de'],
  ['language', property('og:locale', 'en_GB'), 'en-GB'],
  ['language', '<meta http-equiv="content-language" content="fr, en">', 'fr'],
  ['canonicalUrl', '<link rel="canonical" href="/2024/the-bridge">', 'https://paper.example/2024/the-bridge'],
  ['canonicalUrl', property('og:url', 'https://paper.example/b'), 'https://paper.example/b'],
  [
    'canonicalUrl',
    ld({ '@type': 'Article', mainEntityOfPage: { '@id': 'https://paper.example/c' } }),
    'https://paper.example/c',
  ],
  ['canonicalUrl', '<link rel="canonical" href="https://paper.example/">', null],
  ['canonicalUrl', '<link rel="canonical" href="javascript:alert(1)">', null],
  ['kind', ld({ '@type': 'SocialMediaPosting' }), 'post'],
] as const)('%s is read from %s', (field, head, expected) => {
  expect(read(head)[field]).toBe(expected)
})

test.each([
  [ld({ '@type': 'NewsArticle', author: 'Ada Lowe' }), '', ['Ada Lowe']],
  [
    ld({ '@type': 'NewsArticle', author: [{ name: 'Ada Lowe' }, { name: ['Ben Okri'] }] }),
    '',
    ['Ada Lowe', 'Ben Okri'],
  ],
  [ld({ '@type': 'NewsArticle', author: { '@list': [{ name: 'Ada Lowe' }] } }), '', ['Ada Lowe']],
  [meta('citation_author', 'Lowe, Ada') + meta('citation_author', 'Okri, Ben'), '', ['Ada Lowe', 'Ben Okri']],
  [meta('author', 'Ada Lowe and Ben Okri'), '', ['Ada Lowe', 'Ben Okri']],
  [meta('author', 'Newsroom'), '', ['Newsroom']],
  [property('article:author', 'https://social.example/ada'), '', []],
  ['', '<p class="byline">By <b>Ada Lowe</b>, Political Editor of the paper</p>', ['Ada Lowe']],
  ['', '<a rel="author">Ada Lowe</a>', ['Ada Lowe']],
])('authors of %s %s', (head, body, expected) => {
  expect(read(head, body).authors).toEqual(expected)
})

test('structured data comes before metadata, and metadata before what is seen', () => {
  const seen = '<h1>Seen</h1><p class="byline">By Cy Park</p><time datetime="2024-01-03">3 January</time>'
  const said =
    property('og:title', 'Said') +
    meta('author', 'Ben Okri') +
    property('article:published_time', '2024-01-02')
  const structured = ld({
    '@type': 'NewsArticle',
    headline: 'Structured',
    author: 'Ada Lowe',
    datePublished: '2024-01-01',
  })
  const brief = (head: string) => {
    const { title, authors, published } = read(head, seen)
    return [title, authors, published]
  }
  expect(brief(structured + said)).toEqual(['Structured', ['Ada Lowe'], '2024-01-01'])
  expect(brief(said)).toEqual(['Said', ['Ben Okri'], '2024-01-02'])
  expect(brief('')).toEqual(['Seen', ['Cy Park'], '2024-01-03'])
})

test.each([
  ['in comments', '<!-- {"@type":"NewsArticle","headline":"Closed"} -->'],
  ['in CDATA', '//<![CDATA[\n{"@type":"NewsArticle","headline":"Closed"}\n//]]>'],
  ['with a line end inside of a string', '{"@type":"NewsArticle","headline":"Closed","x":"a\nb"}'],
  ['with a semicolon', '{"@type":"NewsArticle","headline":"Closed"};'],
  ['in a list', '[{"@type":"WebSite","name":"The Paper"},{"@type":"NewsArticle","headline":"Closed"}]'],
  ['with the whole address of its type', '{"@type":"http://schema.org/NewsArticle","headline":"Closed"}'],
])('structured data %s is read', (_name, script) => {
  expect(readJsonLd([script]).title).toBe('Closed')
})

test.each([['{'], ['null'], ['[[[[]]]]'], ['"NewsArticle"'], ['{"@type":5,"headline":{"a":1}}']])(
  'structured data that says nothing is passed over: %s',
  script => {
    expect(readJsonLd([script])).toMatchObject({ title: null, authors: [], published: null })
  },
)

test.each([
  ['2024-03-11T07:15:00+00:00', '2024-03-11'],
  ['2024-03-11 07:15', '2024-03-11'],
  ['2024-03', '2024-03'],
  ['2024', '2024'],
  ['20240311', '2024-03-11'],
  ['20240311T071500Z', '2024-03-11'],
  ["D:20240311071500+01'00'", '2024-03-11'],
  ['Mon, 11 Mar 2024 07:15:00 GMT', '2024-03-11'],
  ['Monday, March 11, 2024', '2024-03-11'],
  ['Published on 11 March 2024 at 10:30', '2024-03-11'],
  ['Updated: 11 March 2024', '2024-03-11'],
  ['March 2024', '2024-03'],
  ['2024-02-31', null],
  ['1710141300', null],
  ['yesterday', null],
  ['', null],
  [5, null],
  [null, null],
])('the date %j is %s', (written, expected) => {
  expect(documentDate(written)).toBe(expected)
})

test.each([
  ['By Ada Lowe', ['Ada Lowe']],
  ['By Ada Lowe and Ben Okri in Baghdad', ['Ada Lowe', 'Ben Okri']],
  ['ADA LOWE', ['ADA LOWE']],
  ['Ada Lowe, Ben Okri & Cy Park', ['Ada Lowe', 'Ben Okri', 'Cy Park']],
  ['Von Jörg Meißner', ['Jörg Meißner']],
  ['11 March 2024', []],
  ['By staff', []],
])('the byline %j names %j', (byline, expected) => {
  expect(namesInByline(byline)).toEqual(expected)
})

test.each([
  ['Lowe, Ada', 'Ada Lowe'],
  ['The Editors, Harrow', 'The Editors, Harrow'],
  ['@ada', null],
  ['ada@paper.example', null],
  ['https://paper.example/ada', null],
])('the author %j is %s', (written, expected) => {
  expect(personName(written)).toBe(expected)
})

test.each([
  ['en_GB', 'en-GB'],
  ['EN', 'en'],
  ['zh-hant', 'zh-Hant'],
  ['de-DE; charset=utf-8', 'de-DE'],
  ['english', null],
  ['', null],
])('the language %j is %s', (written, expected) => {
  expect(languageTag(written)).toBe(expected)
})

test('a language is found out only where there is enough to tell it by', () => {
  expect(
    detectLanguage('Der Rat hat gestern Abend beschlossen, dass die alte Brücke im Mai geschlossen wird.'),
  ).toBe('de')
  expect(
    detectLanguage('The council has decided that the old bridge will be closed in May, whatever it costs.'),
  ).toBe('en')
  expect(detectLanguage('Nein')).toBeNull()
})
