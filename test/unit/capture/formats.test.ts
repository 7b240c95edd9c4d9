import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { extract } from '../../../server/capture/extract/extract.ts'
import { formatOf } from '../../../server/capture/extract/format.ts'
import { makeDocx } from '../../support/make-docx.ts'
import { makePdf, setLines } from '../../support/make-pdf.ts'

const NONE = { type: null, charset: null, name: null, url: null }
const bytes = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))

test('a news page becomes its main text and what it says of itself', async () => {
  const page = fs.readFileSync(path.resolve(import.meta.dirname, '../../fixtures/capture/bridge.html'))
  const found = await extract(page, { ...NONE, url: 'https://harrow-record.example/x' })
  expect(found).toMatchObject({
    title: 'Council says Harrow bridge will close in May',
    authors: ['Ada Lowe', 'Ben Okri'],
    outlet: 'The Harrow Record',
    published: '2024-03-11',
    modified: '2024-03-12',
    language: 'en-GB',
    pages: [],
  })
  expect(found.canonicalUrl).toMatch(/^https:\/\/harrow-record\.example\/2024\/03\/11\/harrow-bridge-closes/)
  const paragraphs = found.text.split('\n\n')
  expect(paragraphs[0]).toBe('Council says Harrow bridge will close in May')
  expect(found.text).toContain('“We will not ask people to drive over a bridge')
  expect(found.text).not.toMatch(/Most read|Bakery|Sport|tracked|color/)
})

test('a PDF keeps its paragraphs and where its pages start', async () => {
  const pdf = makePdf(
    [
      [
        ...setLines([
          'The inspection of the second pier began on Tuesday and was meant',
          'to last three days. It was stopped on the first evening.',
        ]),
        ...setLines(
          [
            'No reason was given then, and the engineers who had been there',
            'were told not to speak of what they had seen, although the',
          ],
          700,
        ),
        { words: '1', x: 300, y: 40 },
      ],
      [
        ...setLines(['report was finished in a week.', 'It has never been published.']),
        { words: 'Page 2 of 2', x: 300, y: 40 },
      ],
    ],
    { Title: 'Inspection of the second pier', Author: 'Mara Quill', CreationDate: "D:20240301120000+00'00'" },
  )
  const { text, pages, title, authors, published } = await extract(pdf, NONE)
  expect({ title, authors, published }).toEqual({
    title: 'Inspection of the second pier',
    authors: ['Mara Quill'],
    published: '2024-03-01',
  })
  expect(text.split('\n\n')).toEqual([
    'The inspection of the second pier began on Tuesday and was meant to last three days. It was stopped on the first evening.',
    'No reason was given then, and the engineers who had been there were told not to speak of what they had seen, although the\nreport was finished in a week. It has never been published.',
  ])
  expect(pages.map(start => text.slice(start, start + 10))).toEqual(['The inspec', 'report was'])
})

test('a Word document keeps its paragraphs and says who wrote it', async () => {
  const docx = makeDocx(['A statement of the council', 'The bridge will close & stay closed.'], {
    properties:
      '<dc:title>Statement</dc:title><dc:creator>Tom Aske</dc:creator><dcterms:modified>2024-03-02T10:00:00Z</dcterms:modified>',
  })
  expect(await extract(docx, NONE)).toMatchObject({
    text: 'A statement of the council\n\nThe bridge will close & stay closed.',
    title: 'Statement',
    authors: ['Tom Aske'],
    modified: '2024-03-02',
    published: null,
  })
})

test('Markdown loses its marks and keeps its words', async () => {
  const source = `---
title: "Minutes"
author: Ada Lowe and Ben Okri
date: 2024-03-11
lang: en
---
# Minutes of the meeting

The council **will not** pay. See [the report](https://example.org).

- first, the pier
- then the road
`
  expect(await extract(bytes(source), { ...NONE, name: 'minutes.md' })).toMatchObject({
    title: 'Minutes',
    authors: ['Ada Lowe', 'Ben Okri'],
    published: '2024-03-11',
    text: 'Minutes of the meeting\n\nThe council will not pay. See the report.\n\nfirst, the pier\n\nthen the road',
  })
})

test('plain text that was wrapped at one width is put together again; verse is left as it is', async () => {
  const wrapped = `The council met on Monday evening in the old town hall, where it
has met since the flood of 1953, and spoke about the bridge for
three hours before it voted on anything that was on the agenda of
the day.

Nobody left early.`
  const { text } = await extract(bytes(wrapped), { ...NONE, name: 'notes.txt' })
  expect(text.split('\n\n')).toHaveLength(2)
  expect(text.split('\n')).toHaveLength(3)
  const verse = 'One bridge,\ntwo rivers,\nthree mills,\nfour weirs.'
  expect((await extract(bytes(verse), { ...NONE, name: 'verse.txt' })).text).toBe(verse)
})

const CAFE = 'Der Bürgermeister sagte „nein“ – und ging ins Café.'
const html = (charset: string, words: string) =>
  `<html><head><meta charset="${charset}"></head><body><p>${words}</p></body></html>`

test.each([
  ['UTF-8 without a word about it', bytes(CAFE), null],
  ['UTF-8 that claims to be Latin-1', bytes(html('iso-8859-1', CAFE)), null],
  ['UTF-8 with a byte order mark', bytes(`\ufeff${CAFE}`), null],
  ['UTF-16, little end first, with a mark', new Uint8Array(Buffer.from(`\ufeff${CAFE}`, 'utf16le')), null],
  ['UTF-16, little end first, without one', new Uint8Array(Buffer.from(CAFE, 'utf16le')), null],
  ['UTF-16, big end first', new Uint8Array(Buffer.from(`\ufeff${CAFE}`, 'utf16le').swap16()), null],
  [
    'Windows-1252 that claims to be UTF-8',
    latin1(html('utf-8', 'Bürgermeister … Café äöü ß').replace('…', '\x85')),
    null,
  ],
  ['Windows-1252 by the transport', latin1('Der Bürgermeister ging ins Café.'), 'windows-1252'],
])('%s is read', async (_name, given, charset) => {
  const { text } = await extract(given, { ...NONE, charset })
  expect(text).toContain('Bürgermeister')
  expect(text).toContain('Café')
  expect(text).not.toMatch(/[\ufffd\ufeff\0]/)
})

test.each([
  ['Shift_JIS by its meta', 'shift_jis', [0x93, 0xfa, 0x96, 0x7b], '日本'],
  ['KOI8-R by its meta', 'koi8-r', [0xed, 0xcf, 0xd3, 0xcb, 0xd7, 0xc1], 'Москва'],
])('%s is read', async (_name, charset, words, expected) => {
  const [before, behind] = html(charset, '|').split('|')
  const given = Uint8Array.from([...latin1(before ?? ''), ...words, ...latin1(behind ?? '')])
  expect((await extract(given, { ...NONE, type: 'text/html' })).text).toBe(expected)
})

test.each([
  ['%PDF-1.7 …', null, null, 'pdf'],
  ['PK\u0003\u0004', 'text/html', null, 'docx'],
  ['<!doctype html><title>x', null, null, 'html'],
  ['Plain words', 'text/html', null, 'html'],
  ['# Words', null, 'notes.md', 'markdown'],
  ['Words <b>', 'text/plain', null, 'text'],
  ['Words', null, null, 'text'],
])('%j of type %s called %s is %s', (start, type, name, expected) => {
  expect(formatOf(latin1(start), { type, name })).toBe(expected)
})
