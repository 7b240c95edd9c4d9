import { describe, expect, test } from 'vitest'
import { anchor } from '#domain/anchor.ts'
import { quoteOf, readMarked } from '../../support/marked-text.ts'

const QUOTE = 'There has been no decision whatsoever to leave Iraq'
const BEFORE = `The letter was leaked. Mr Esper said: “⟦${QUOTE}⟧.” He left. A draft, they say.`
const GONE = 'The letter was leaked. Mr Esper said nothing. He left. A draft, they say.'
const NEWS = '\n\nIn other news, the weather stays dry until Sunday, with 24 degrees in the valleys.\n\n'

const MISSING: [name: string, before: string, text: string, candidates: string[]][] = [
  ['no text', BEFORE, '', []],
  ['another text', BEFORE, 'Harbour workers voted on Tuesday to end a strike.', []],
  ['the sentence is gone', BEFORE, GONE, []],
  [
    'a look-alike about another country elsewhere',
    BEFORE,
    `${GONE}${NEWS}A general said that there has been no decision whatsoever to leave Syria, not now.`,
    ['there has been no decision whatsoever to leave Syria'],
  ],
  [
    'the opposite said by another elsewhere',
    BEFORE,
    `${GONE}${NEWS}An official disagrees: There has been a decision to leave Iraq, and it stands.`,
    ['There has been a decision to leave Iraq'],
  ],
  [
    'two equal places',
    BEFORE,
    `News. ${readMarked(BEFORE).text}${NEWS}${readMarked(BEFORE).text}`,
    [QUOTE, QUOTE],
  ],
  [
    'two places without context',
    BEFORE,
    `One: ${QUOTE} I think.${NEWS}Two: ${QUOTE} you know.`,
    [QUOTE, QUOTE],
  ],
  [
    'two equally changed places',
    'He said: ⟦no decision was taken today⟧ at all.',
    'He said: a decision was taken today at all. News of the day. He said: a decision was taken today at all.',
    ['a decision was taken today', 'a decision was taken today'],
  ],
  [
    'a word that stands elsewhere',
    'He will leave ⟦Iraq⟧ by the end of May',
    `It is quiet. ${NEWS} Iraq plays on.`,
    ['Iraq'],
  ],
  [
    'a number that stands elsewhere',
    'He said ⟦5,000⟧ troops stay',
    `There are 5,000 chairs in the hall. ${NEWS}`,
    ['5,000'],
  ],
  ['a number inside another one', 'The sum is ⟦5⟧ today', `It was 1999 or 2015. ${NEWS}`, []],
  ['a word inside another one', 'There was ⟦no⟧ decision', `They know nothing about it.${NEWS}`, []],
  [
    'the words in another order elsewhere',
    BEFORE,
    `${GONE}${NEWS}To leave or not to leave: been there, has Iraq no say?`,
    [],
  ],
  [
    'replaced by something else',
    BEFORE,
    BEFORE.replace(`⟦${QUOTE}⟧`, 'Nobody asked me about the weather on this fine day'),
    [],
  ],
  ['punctuation that is gone', 'He left⟦…⟧ and came back', 'He left and came back', []],
  ['punctuation that stands twice', 'He left⟦…⟧ and came back', 'Not he… nor she… said so', ['…', '…']],
  ['other emoji', 'a ⟦🎉🎉⟧ b', 'nothing here', []],
]

describe('missing', () => {
  test.each(MISSING)('%s', (_, before, text, candidates) => {
    const answer = anchor(text, quoteOf(before))
    if (answer.state !== 'missing') throw new Error(JSON.stringify(answer))
    expect(answer.candidates.map(({ start, end }) => text.slice(start, end))).toEqual(candidates)
    expect(answer.bestScore).toBeGreaterThanOrEqual(0)
    expect(answer.bestScore).toBeLessThanOrEqual(1)
  })

  test('an empty quote is nowhere', () => {
    const quote = { exact: '', prefix: 'a', suffix: 'b', start: 1, end: 1 }
    expect(anchor('ab', quote)).toEqual({ state: 'missing', candidates: [], bestScore: 0 })
  })
})

/** Among the same words the context chooses; the offset only where the context is the same. */
describe('look-alikes', () => {
  test.each<[name: string, before: string, after: string]>([
    ['the prefix', 'One says ⟦no⟧ here.', 'Two answers no here. One says ⟦no⟧ here.'],
    ['the suffix', 'They said ⟦no⟧ to it all.', 'They said no and left. They said ⟦no⟧ to it all.'],
    [
      'a changed context, better than none',
      `Mr Esper said: ⟦${QUOTE}⟧ he said.`,
      `${QUOTE}: a headline. Esper had said: ⟦${QUOTE}⟧ he insists.`,
    ],
    [
      'the full context, not the old offset',
      'Ann: ⟦we agree⟧ on all. Bob: we differ.',
      'Bob: we agree, he said. Ann: ⟦we agree⟧ on all.',
    ],
    [
      'the words, not the changed ones nearby',
      `Mr Esper said: ⟦${QUOTE}⟧ he said.`,
      `Others: ${QUOTE.replace('no', 'a')}. Mr Esper said: ⟦${QUOTE}⟧ he said.`,
    ],
  ])('%s', (_, before, after) => {
    const { text, start, end } = readMarked(after)
    expect(anchor(text, quoteOf(before))).toMatchObject({ start, end })
    expect(['exact', 'moved']).toContain(anchor(text, quoteOf(before)).state)
  })
})

describe('contexts of other tools', () => {
  const text = 'News of today. Mr Esper said that no decision was taken to leave Iraq, and then he left.'
  test.each([
    ['none', '', ''],
    ['without the blanks next to the quote', 'Mr Esper said that', 'to leave Iraq'],
    ['wrong', 'Some other words stood here ', ' and here they did too'],
    [
      'longer than ours',
      `${'x '.repeat(300)}Mr Esper said that `,
      ` to leave Iraq, and then he left.${' y'.repeat(300)}`,
    ],
    ['only before', 'Mr Esper said that ', ''],
    ['only behind', '', ' to leave Iraq'],
  ])('%s', (_, prefix, suffix) => {
    const exact = 'no decision was taken'
    const start = text.indexOf(exact)
    const quote = { exact, prefix, suffix, start: start - 7, end: start - 7 + exact.length }
    expect(anchor(text, quote)).toEqual({ state: 'moved', start, end: start + exact.length })
  })

  test('a blank is not invented inside a word', () => {
    const quote = { exact: 'no', prefix: 'what they k', suffix: 'w of it', start: 11, end: 13 }
    expect(anchor('what they no of it', quote).state).not.toBe('moved')
    expect(anchor('And what they know of it', quote)).toEqual({ state: 'moved', start: 15, end: 17 })
  })

  test.each([
    ['negative', -5],
    ['beyond the end', 9_999],
    ['no number', Number.NaN],
    ['endless', Number.POSITIVE_INFINITY],
    ['a part of a unit', 0.5],
  ])('an offset that is %s does no harm', (_, start) => {
    const quote = { exact: 'no decision', prefix: 'said that ', suffix: ' was taken', start, end: start + 11 }
    const at = text.indexOf('no decision')
    expect(anchor(text, quote)).toEqual({ state: 'moved', start: at, end: at + 11 })
  })
})
