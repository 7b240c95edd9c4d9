import { describe, expect, test } from 'vitest'
import { makeCorpus } from '../../eval/anchor-corpus.ts'
import { REWRITTEN } from '../../eval/anchor-numbers.ts'
import { type AnchorReport, evaluate, readCorpus } from '../../eval/anchors.ts'

const quote = { exact: 'no decision', prefix: 'There is ', suffix: ' yet.', start: 9, end: 20 }
const line = (text: string, expected: object) => JSON.stringify({ text, quote, expect: expected })
const HERE = 'There is no decision yet.'

describe('reading a corpus', () => {
  test('empty lines are left out', () => {
    expect(readCorpus(`\n${line(HERE, { state: 'exact' })}\n\n`)).toHaveLength(1)
  })

  test.each([
    ['{', 'line 2: not JSON'],
    ['[]', 'line 2: line: '],
    ['{}', 'line 2: text: '],
    [
      JSON.stringify({ text: 'a', quote: { ...quote, exact: 5 }, expect: { state: 'exact' } }),
      'line 2: quote.exact: ',
    ],
    [
      JSON.stringify({ text: 'a', quote: { ...quote, end: 'x' }, expect: { state: 'exact' } }),
      'line 2: quote.end: ',
    ],
    [line(HERE, { state: 'gone' }), 'line 2: expect.state: '],
    [line(HERE, { state: 'moved', start: -1 }), 'line 2: expect.start: '],
    [line(HERE, {}), 'line 2: expect.state: '],
  ])('%s is refused: %s', (bad, message) => {
    expect(() => readCorpus(`${line(HERE, { state: 'exact' })}\n${bad}`)).toThrow(message)
  })

  test('every wrong field of a line is named', () => {
    expect(() => readCorpus('{"text":1,"quote":{},"expect":{}}')).toThrow(
      /line 1: text: .*quote\.exact: .*quote\.prefix: .*expect\.state: /,
    )
  })
})

const EDITED = 'typo negation name number longerNumber case currency question contraction'.split(' ')
const UNTOUCHED = ['same', 'moved', 'reflowed', 'punctuation', 'encoding', 'units']
const OTHERS = [
  'word inserted',
  'word deleted',
  'word replaced',
  'look-alike letter',
  'deleted',
  'look-alike added',
  'look-alike instead',
  'repeated',
  'ambiguous',
]

function count(...lines: string[]): AnchorReport {
  return evaluate(readCorpus(lines.join('\n')))
}

describe('counting', () => {
  test('right answers', () => {
    const report = count(
      line(HERE, { state: 'exact', start: 9, end: 20 }),
      line(`So: ${HERE}`, { state: 'moved', start: 13, end: 24 }),
      line('There is a decision yet.', { state: 'changed', start: 9, end: 19 }),
      line('Nothing is here.', { state: 'missing' }),
    )
    expect(report).toMatchObject({
      n: 4,
      accuracy: 1,
      harmless_found: 1,
      changed_recognised: 1,
      wrong_silent: 0,
    })
    expect(report.expected).toMatchObject({
      exact: { n: 1, right: 1, accuracy: 1 },
      missing: { n: 1, right: 1 },
    })
    expect(report.answered).toEqual({
      exact: { exact: 1 },
      moved: { moved: 1 },
      changed: { changed: 1 },
      missing: { missing: 1 },
    })
  })

  test.each([
    ['the words are expected changed', line(HERE, { state: 'changed' }), 1],
    ['the words are expected gone', line(HERE, { state: 'missing' }), 1],
    ['they are expected elsewhere', line(HERE, { state: 'moved', start: 21, end: 25 }), 1],
    [
      'they are where they are expected, in another state',
      line(HERE, { state: 'moved', start: 9, end: 20 }),
      0,
    ],
    ['an answer that says changed is not silent', line('There is a decision yet.', { state: 'missing' }), 0],
    ['an answer that says missing is not silent', line('Nothing is here.', { state: 'exact' }), 0],
  ])('silent and wrong: %s', (_, given, wrong) => {
    expect(count(given)).toMatchObject({ accuracy: 0, wrong_silent: wrong })
  })

  test('the punctuation at the edges does not decide', () => {
    expect(count(line(`“${HERE}`, { state: 'moved', start: 9, end: 21 })).accuracy).toBe(1)
  })
})

describe('our own corpus', () => {
  const corpus = makeCorpus()

  test('it is the same in every run, and holds every kind of edit', () => {
    expect(makeCorpus()).toEqual(corpus)
    expect(makeCorpus(7)).not.toEqual(corpus)
    const kinds = new Set(corpus.map(({ kind }) => kind.split(':')[0]))
    expect(kinds).toEqual(new Set([...UNTOUCHED, ...EDITED, ...Object.keys(REWRITTEN), ...OTHERS]))
    for (const { text, quote: given, expect: expected } of corpus.slice(0, 500)) {
      if (expected.state === 'exact') expect(text.slice(expected.start, expected.end)).toBe(given.exact)
    }
  })

  test('nothing wrong is said in silence, harmless edits are found, changed words are told', () => {
    const report = evaluate(corpus)
    expect(report.wrong_silent).toBe(0)
    expect(report.harmless_found).toBeGreaterThanOrEqual(0.99)
    expect(report.changed_recognised).toBeGreaterThanOrEqual(0.97)
    expect(report.expected['missing']?.accuracy).toBeGreaterThanOrEqual(0.97)
    expect(report.accuracy).toBeGreaterThanOrEqual(0.99)
  })
})
