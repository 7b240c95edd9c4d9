import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Hints } from '../../../server/capture/extract/format.ts'
import { extractApart } from '../../../server/capture/extract/run.ts'
import { makeDocx } from '../../support/make-docx.ts'
import { makePdf, setLines } from '../../support/make-pdf.ts'

const NONE: Hints = { type: null, charset: null, name: null, url: null }
const html = (text: string) => new TextEncoder().encode(text)

/** What is said of a document that cannot be read: the field, and what to do. */
async function refusalOf(bytes: Uint8Array, hints: Partial<Hints> = {}) {
  return extractApart(bytes, { ...NONE, ...hints }).then(
    ({ text }) => `read: ${text.slice(0, 100)}`,
    (error: { code?: string; issues?: { path: string }[]; message: string }) =>
      `${error.code} ${error.issues?.map(({ path }) => path).join()}: ${error.message}`,
  )
}

const zeros = (megabytes: number) => new Uint8Array(megabytes * 1_000_000)

test.each([
  ['an empty file', () => new Uint8Array(), /choose another/i],
  [
    '50 MB of HTML',
    () => html(`<html>${'<p>No.</p>'.repeat(5_000_000)}`),
    /50\.0 MB; the limit .* 10 MB.*paste/,
  ],
  [
    'a bomb of words',
    () => makeDocx(['No.'], { files: { 'word/footnotes.xml': zeros(80) } }),
    /unpacks to more than 60 MB/,
  ],
  [
    'a bomb of files',
    () => zipSync(Object.fromEntries(Array.from({ length: 6_000 }, (_, i) => [`${i}`, new Uint8Array()]))),
    /too many files/,
  ],
  ['an archive that is no document', () => zipSync({ 'a.txt': html('words') }), /no Word document/],
  ['half of a document', () => makeDocx(['No.']).subarray(0, 300), /damaged Word file/],
  [
    'a document with entities',
    () =>
      makeDocx(['No.'], {
        files: { 'word/document.xml': html('<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document/>') },
      }),
    /damaged Word file/,
  ],
  ['an old Word file', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /save it as docx/i],
  ['half of a PDF', () => makePdf([setLines(['No.'])]).subarray(0, 200), /damaged PDF/],
  ['a PDF of nothing', () => html('%PDF-1.7\n'), /damaged PDF/],
  ['a PDF of pictures', () => makePdf([[]]), /text recognition/],
  ['a picture', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /picture/],
  [
    'bytes without meaning',
    () => Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7_919) % 251),
    /no text that can be read/,
  ],
  ['a page without words', () => html('<html><body><script>alert(1)</script></body></html>'), /no words/],
  [
    'more words than are stored',
    () => html(`<html><body><p>${'Word. '.repeat(100_000)}</p></body></html>`),
    /limit is 500,000/,
  ],
] as const)('%s is refused, with what to do', async (_name, make, expected) => {
  const refusal = await refusalOf(make())
  expect(refusal).toMatch(/^unprocessable file: /)
  expect(refusal).toMatch(expected)
})

test('a film is refused by its type', async () => {
  expect(await refusalOf(Uint8Array.from([0, 0, 0, 24, 102]), { type: 'video/mp4' })).toMatch(/video\/mp4/)
})

test.each([
  ['10,000 divisions in each other', `${'<div>'.repeat(10_000)}The words.${'</div>'.repeat(10_000)}`],
  ['10,000 divisions that never end', `${'<div>'.repeat(10_000)}The words.`],
  ['10,000 divisions beside each other', `${'<div></div>'.repeat(10_000)}The words.`],
  ['30,000 spans in each other', `${'<span>'.repeat(30_000)}The words.`],
  ['scripts that never end', `<p>The words.</p>${'<script>'.repeat(10_000)}`],
  ['a line of a million spaces', `<p>The words.</p><p>${' '.repeat(1_000_000)}</p>`],
  ['a tag of a million letters', `<p>The words.</p><${'a'.repeat(1_000_000)}`],
  ['a million entities', `<p>The words.</p><!--${'&amp;'.repeat(1_000_000)}-->`],
  ['100,000 stray brackets', `<p>The words.</p>${'<'.repeat(100_000)}`],
])('%s are read, or refused, and the process stays up', async (_name, page) => {
  const answer = await refusalOf(html(`<html><body>${page}`), { type: 'text/html' })
  expect(answer).toMatch(/^(read: .*The words|unprocessable file: )/s)
})

test('a document that takes too long, or too much memory, is refused', async () => {
  const page = html(`<html><body>${'<div><p>Words and <b>words</b>.</p></div>'.repeat(200_000)}`)
  const hints = { ...NONE, type: 'text/html' }
  await expect(extractApart(page, hints, { seconds: 0.05 })).rejects.toMatchObject({
    code: 'unprocessable',
    issues: [{ path: 'file', message: expect.stringContaining('longer than') }],
  })
  await expect(extractApart(page, hints, { memoryMb: 24 })).rejects.toMatchObject({
    code: 'unprocessable',
    issues: [{ path: 'file', message: expect.stringContaining('memory') }],
  })
  expect(await refusalOf(html('<p>The words.</p>'), hints)).toBe('read: The words.')
})
