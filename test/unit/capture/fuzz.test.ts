import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseText } from '#domain/plain-text.ts'
import { RefusalError } from '#domain/refusals.ts'
import { extract } from '../../../server/capture/extract/extract.ts'
import { makeDocx } from '../../support/make-docx.ts'
import { makePdf, setLines } from '../../support/make-pdf.ts'

/** A fixed number of runs, so that the gate takes the same time every day. */
const RUNS = 150

const NONE = { type: null, charset: null, name: null, url: null }

const TAGS = 'div p span article h1 table tr td ul li br a script style meta title iframe svg template'.split(
  ' ',
)
const markup = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      ...TAGS.flatMap(tag => [
        `<${tag}>`,
        `</${tag}>`,
        `<${tag} `,
        `<${tag} class="byline" datetime="2024">`,
      ]),
    ),
    fc.constantFrom(
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '&#0;',
      '&#xD800;',
      '\0',
      '"',
      "'",
      '>',
      '<script type="application/ld+json">{"@type":"NewsArticle"',
    ),
  ),
  { maxLength: 60 },
)

const encode = (text: string) => new TextEncoder().encode(text)

/** Bytes of a document with some changed, left out or put in. */
const damaged = (document: Uint8Array) =>
  fc
    .array(fc.tuple(fc.nat(document.length - 1), fc.nat(255), fc.constantFrom('change', 'cut', 'put')), {
      minLength: 1,
      maxLength: 12,
    })
    .map(edits => {
      const bytes = [...document]
      for (const [at, byte, edit] of edits) {
        if (edit === 'cut') bytes.splice(at, byte)
        else bytes.splice(at, edit === 'put' ? 0 : 1, byte)
      }
      return Uint8Array.from(bytes)
    })

async function isReadOrRefused(bytes: Uint8Array, type: string | null): Promise<void> {
  try {
    const { text, pages } = await extract(bytes, { ...NONE, type })
    expect(text).toBe(normaliseText(text))
    expect(text).not.toBe('')
    expect(pages).toEqual(pages.toSorted((a, b) => a - b))
    expect(pages.every(start => start >= 0 && start <= text.length)).toBe(true)
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    expect(error.issues?.[0]?.path).toBe('file')
  }
}

test('whatever markup is read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(markup, parts => isReadOrRefused(encode(parts.join('')), 'text/html')),
    { numRuns: RUNS * 2 },
  )
})

test('whatever bytes are read or refused', async () => {
  const start = fc.constantFrom('', '%PDF-1.4\n', 'PK\u0003\u0004', '<html>', '\u00ff\u00fe', '---\n')
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), (start, bytes) =>
      isReadOrRefused(Uint8Array.from([...Buffer.from(start, 'latin1'), ...bytes]), null),
    ),
    { numRuns: RUNS },
  )
})

test('whatever Markdown is read or refused', async () => {
  const marks = fc.array(
    fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('# ', '> ', '- ', '```', '[', '](', '**', '\n', '\n\n', '|', '<b>'),
    ),
    { maxLength: 60 },
  )
  await fc.assert(
    fc.asyncProperty(marks, parts => isReadOrRefused(encode(parts.join('')), 'text/markdown')),
    { numRuns: RUNS },
  )
})

test('a damaged Word document is read or refused', async () => {
  const docx = makeDocx(['The bridge will close.', 'It will stay closed.'])
  await fc.assert(
    fc.asyncProperty(damaged(docx), bytes => isReadOrRefused(bytes, null)),
    { numRuns: RUNS },
  )
})

test('a damaged PDF is read or refused', async () => {
  const pdf = makePdf([
    setLines(['The bridge will close.', 'It will stay closed.']),
    setLines(['Nobody knows why.']),
  ])
  await fc.assert(
    fc.asyncProperty(damaged(pdf), bytes => isReadOrRefused(bytes, null)),
    { numRuns: RUNS },
  )
})
