import { describe, expect, test } from 'vitest'
import { cutAtMentions, insertMention, mentionAt, stillMentioned } from '../../../web/ui/mentions.ts'

const ada = { id: 'u1', name: 'Ada Lovelace' }
const adam = { id: 'u2', name: 'Ada' }

/** `|` is the caret. */
const at = (text: string) => mentionAt(text.replace('|', ''), text.indexOf('|'))

describe('mentionAt', () => {
  test.each([
    ['@|', { from: 0, typed: '' }],
    ['Ask @Ad|', { from: 4, typed: 'Ad' }],
    ['(@O’Nei|', { from: 1, typed: 'O’Nei' }],
    ['Ask @Ada Lo| tomorrow', { from: 4, typed: 'Ada Lo' }],
    ['Ask @Ad| and others', { from: 4, typed: 'Ad' }],
    ['line\n@Ä|', { from: 5, typed: 'Ä' }],
    ['ada@example|', null],
    ['Ask @Ada Lovelace about|', null],
    ['Ask Ada|', null],
    ['|@Ada', null],
    ['', null],
  ])('%j', (text, expected) => {
    expect(at(text)).toEqual(expected)
  })
})

test.each([
  ['Ask @Ad|', 'Ask @Ada Lovelace |'],
  ['Ask @Ad| tomorrow', 'Ask @Ada Lovelace |tomorrow'],
  ['@|', '@Ada Lovelace |'],
])('insertMention: %j', (before, after) => {
  const caret = before.indexOf('|')
  const text = before.replace('|', '')
  const next = insertMention(text, mentionAt(text, caret)!, ada.name)
  expect(`${next.text.slice(0, next.caret)}|${next.text.slice(next.caret)}`).toBe(after)
})

test('who is no longer named is not mentioned', () => {
  expect(stillMentioned('Is it so, @Ada Lovelace?', [ada, { id: 'u3', name: 'Byron' }])).toEqual([ada])
})

describe('cutAtMentions', () => {
  test.each([
    ['nothing', [ada], [['nothing', false]]],
    ['', [ada], []],
    [
      '@Ada Lovelace, see',
      [ada],
      [
        ['@Ada Lovelace', true],
        [', see', false],
      ],
    ],
    [
      'a @Ada Lovelace b @Ada',
      [ada, adam],
      [
        ['a ', false],
        ['@Ada Lovelace', true],
        [' b ', false],
        ['@Ada', true],
      ],
    ],
    ['@Ada Lovelace', [], [['@Ada Lovelace', false]]],
  ] as const)('%j', (text, people, expected) => {
    const pieces = cutAtMentions(text, people)
    expect(pieces.map(piece => [piece.text, piece.mention])).toEqual(expected)
    expect(pieces.map(piece => text.slice(piece.start, piece.start + piece.text.length)).join('')).toBe(text)
  })
})
