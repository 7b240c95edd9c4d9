import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutSentences } from '#domain/sentences.ts'

const cut = (text: string) => cutSentences(text).map(({ start, end }) => text.slice(start, end))

describe('the sentences of a text', () => {
  test.each([
    ['nothing', '', []],
    ['white space alone', ' \n\t\n ', []],
    ['two of a line', 'One is here.  Two is there.', ['One is here.', 'Two is there.']],
    ['an abbreviation', 'Gen. Milley spoke. He left.', ['Gen. Milley spoke.', 'He left.']],
    ['an abbreviation at the end', 'They came from the U.S.', ['They came from the U.S.']],
    [
      'a decimal number',
      'It rose by 5.5 percent. Then it fell.',
      ['It rose by 5.5 percent.', 'Then it fell.'],
    ],
    [
      'a number after the end',
      'It holds 150 soldiers. 11 posts will go.',
      ['It holds 150 soldiers.', '11 posts will go.'],
    ],
    ['a number after a number', 'It was 35. 2,100 were there.', ['It was 35.', '2,100 were there.']],
    [
      'numbers after abbreviations',
      'On Sept. 3 they saw approx. 40 more.',
      ['On Sept. 3 they saw approx. 40 more.'],
    ],
    ['quoted words', '“No decision,” he said. “None.”', ['“No decision,” he said.', '“None.”']],
    ['an empty line', 'No end mark here\n\nNext block', ['No end mark here', 'Next block']],
    ['a line of its own', 'A title\nThe text starts. Next.', ['A title', 'The text starts.', 'Next.']],
    ['a wrapped line', 'Line one\nwraps here. Next.', ['Line one\nwraps here.', 'Next.']],
    [
      'a full line that wraps before a name',
      'The letter that was sent on Monday to the whole government of\nIraq was a draft. It was not signed.',
      [
        'The letter that was sent on Monday to the whole government of\nIraq was a draft.',
        'It was not signed.',
      ],
    ],
    ['line ends of Windows', 'One is here.\r\n\r\nTwo is there.\r\n', ['One is here.', 'Two is there.']],
    [
      'the signs of Markdown',
      '# A title\n\n- One is here.\n2. Two is there.\n> Three.',
      ['A title', 'One is here.', 'Two is there.', 'Three.'],
    ],
    ['a year is no sign', '2020 was the year.', ['2020 was the year.']],
    ['emoji', 'We won 🎉. All 😀 now.', ['We won 🎉.', 'All 😀 now.']],
    ['Arabic', 'مرحبا بالعالم. كيف حالك؟', ['مرحبا بالعالم.', 'كيف حالك؟']],
    ['Chinese', '他说。没有决定离开。', ['他说。', '没有决定离开。']],
  ])('%s', (_, text, sentences) => {
    expect(cut(text)).toEqual(sentences)
  })
})

describe('what is compared with claims', () => {
  test.each([
    ['There are 5,000 US troops in Iraq.', null],
    ['There are 5,000 US troops in Iraq', null],
    ['Troops left Iraq today.', null],
    ['US to withdraw all of its troops from Iraq', null],
    ['没有决定离开伊拉克。', null],
    ['He left.', 'short'],
    ['“No,” she said.', 'short'],
    ['Are there 5,000 US troops in Iraq?', 'question'],
    ['“Are there 5,000 US troops in Iraq?”', 'question'],
    ['The letter of Monday', 'heading'],
    ['# There are 5,000 US troops in Iraq.', 'heading'],
    [`It was ${'very '.repeat(500)}long.`, 'long'],
  ] as const)('%s: %s', (text, unchecked) => {
    expect(cutSentences(text).map(sentence => sentence.unchecked)).toEqual([unchecked])
  })

  test('a short line among sentences is no heading', () => {
    expect(cutSentences('It was a draft. The words stand in it').map(one => one.unchecked)).toEqual([
      null,
      null,
    ])
  })
})

const texts = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      'word ',
      'Mr',
      'U.S',
      '. ',
      '.',
      ' ',
      '\n',
      '\r\n',
      '\n\n',
      '? ',
      '“',
      '# ',
      '- ',
      '3) ',
      '😀',
      '\uD800',
      '没有。',
      '\u00A0',
    ),
    { maxLength: 60 },
  )
  .map(parts => parts.join(''))

test('sentences joined with what lies between them are the text', () => {
  fc.assert(
    fc.property(texts, text => {
      let [at, joined] = [0, '']
      for (const { start, end } of cutSentences(text)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        const [gap, sentence] = [text.slice(at, start), text.slice(start, end)]
        expect(gap).toMatch(/^(?:\s|[#>*+•–—-]|\d{1,2}[.)])*$/u)
        expect(sentence).toBe(sentence.trim())
        joined += gap + sentence
        at = end
      }
      expect(joined + text.slice(at)).toBe(text)
    }),
    { numRuns: 1_000 },
  )
})

test('a sentence reads the same wherever it stands', () => {
  const one = 'The letter was a draft, Gen. Milley said.'
  expect(cut(`Before it came another.\n\n${one} After it came one more.`)[1]).toBe(one)
})

test('long and hostile texts are cut in their order of time', () => {
  for (const text of [
    'word '.repeat(20_000),
    '\n'.repeat(100_000),
    'U.S. '.repeat(20_000),
    '# '.repeat(50_000),
  ])
    expect(cutSentences(text).length).toBeLessThanOrEqual(20_000)
})
