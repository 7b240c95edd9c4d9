import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pair } from '../../../server/opinions/adviser.ts'
import { readVerdict, storable } from '../../../server/opinions/verdict.ts'
import { verdict } from '../../support/llm-double.ts'

const told = (statement: string) => ({ statement, speaker: 'Ada', said: '2020-01-06', howPut: 'asserted' })
const PAIR: Pair = {
  a: told('There are 5,000 US troops in Iraq'),
  b: told('There are 750 US troops in Iraq, or 750 in all'),
}

const read = (answer: unknown) =>
  readVerdict(typeof answer === 'string' ? answer : JSON.stringify(answer), PAIR)

describe('an answer that is used', () => {
  test('its words are found in both statements', () => {
    expect(read(verdict())).toEqual({
      verdict: { contradicts: 0.9, agrees: 0.02, neither: 0.08 },
      spans: [{ a: { start: 10, end: 15, exact: '5,000' }, b: { start: 10, end: 13, exact: '750' } }],
      explanation: 'The two counts of the same troops differ.',
    })
  })

  test.each([
    ['probabilities that are rounded', { contradicts: 0.9, agrees: 0.05, neither: 0.06 }],
    ['white space around it', ` \n${JSON.stringify(verdict())}\n`],
    ['no explanation', { explanation: ' ' }],
    ['no words when nothing is at odds', { contradicts: 0.1, agrees: 0, neither: 0.9, spans: [] }],
    ['five pairs of words', { spans: Array.from({ length: 5 }, () => ({ a: '5,000', b: '750' })) }],
  ])('%s', (_what, answer) => {
    const judged = read(typeof answer === 'string' ? answer : verdict(answer))
    if (!('verdict' in judged)) throw new Error(judged.unusable)
    const { contradicts, agrees, neither } = judged.verdict
    expect(contradicts + agrees + neither).toBeCloseTo(1, 12)
  })
})

test.each([
  ['no JSON', 'They contradict.', 'not the JSON'],
  ['JSON in a fence', '```json\n{}\n```', 'not the JSON'],
  ['JSON of another kind', '[0.9, 0.1]', 'not the JSON'],
  ['a field too many', verdict({ decision: 'confirmed' }), 'not the JSON'],
  ['a field too few', { contradicts: 1, agrees: 0, neither: 0, spans: [] }, '“explanation”'],
  ['a probability in words', verdict({ contradicts: 'high' }), '“contradicts”'],
  ['a probability beyond 1', verdict({ contradicts: 1.2 }), '“contradicts”'],
  ['a probability below 0', verdict({ agrees: -0.1 }), '“agrees”'],
  ['probabilities that add up to more', verdict({ neither: 0.5 }), 'add up to 1.42'],
  ['probabilities that add up to nothing', verdict({ contradicts: 0, agrees: 0, neither: 0 }), 'add up to 0'],
  ['words of its own', verdict({ spans: [{ a: '5,000', b: '800' }] }), '“800”'],
  ['words of the other statement', verdict({ spans: [{ a: '750', b: '5,000' }] }), '“750”'],
  ['words in another case', verdict({ spans: [{ a: '5,000', b: 'us troops' }] }), '“us troops”'],
  ['part of a word', verdict({ spans: [{ a: '5,000', b: '75' }] }), '“75”'],
  [
    'one pair of words that stand and one that do not',
    verdict({
      spans: [
        { a: '5,000', b: '750' },
        { a: 'tanks', b: '750' },
      ],
    }),
    '“tanks”',
  ],
  ['no words for a contradiction', verdict({ spans: [] }), 'names no words'],
  ['empty words', verdict({ spans: [{ a: '', b: '750' }] }), '“spans.0.a”'],
  [
    'too many words',
    verdict({ spans: Array.from({ length: 6 }, () => ({ a: '5,000', b: '750' })) }),
    '“spans”',
  ],
  ['a treatise', verdict({ explanation: 'x'.repeat(1_001) }), '“explanation”'],
])('%s cannot be used', (_what, answer, why) => {
  expect(read(answer)).toEqual({ unusable: expect.stringContaining(why) })
})

test('whatever comes back is read without a throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), answer => {
      expect(Object.keys(read(answer))).toContain('unusable')
    }),
  )
})

test('what is kept can be stored', () => {
  expect(storable('a\u0000b\ud800c\td\n')).toBe('a\ufffdb\ufffdc\td\n')
})
