import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceAround } from '#domain/sentence.ts'

/** The text with the passage between bars: `a |b| c`. */
function around(marked: string): string {
  const [before = '', passage = '', after = ''] = marked.split('|')
  const text = before + passage + after
  const span = sentenceAround(text, before.length, before.length + passage.length)
  return text.slice(span.start, span.end)
}

describe('the sentence around a passage', () => {
  test.each([
    ['the middle one', 'One. Two |words| here. Three.', 'Two words here.'],
    ['the first one', '|One|. Two.', 'One.'],
    ['the last one', 'One. Two |three|', 'Two three'],
    ['a run of two', 'One. Two |here. Three| more. Four.', 'Two here. Three more.'],
    ['the whole text', '|One. Two.|', 'One. Two.'],
    ['a military rank', 'He told Gen. Adams of the |plan|. Then he left.', 'He told Gen. Adams of the plan.'],
    ['a title', 'Then Dr. Okoye |spoke|. She left.', 'Then Dr. Okoye spoke.'],
    ['a country in dots', 'The U.S. troops |left|. Others stayed.', 'The U.S. troops left.'],
    ['an initial', 'It was J. Smith who |spoke|. She left.', 'It was J. Smith who spoke.'],
    ['a decimal number', 'It rose by 5.5 |percent|. Then it fell.', 'It rose by 5.5 percent.'],
    ['a question', 'Who knows? |Nobody| does! Well.', 'Nobody does!'],
    ['a wrapped line', 'Line one\nwraps |here|. Next.', 'Line one\nwraps here.'],
    ['a heading', 'A title\nThe text |starts|. Next.', 'The text starts.'],
    ['an empty line', 'One two\n\nthree |four|. Five.', 'three four.'],
    ['white space around', 'One.   Two |three|.   Four.', 'Two three.'],
    ['Arabic', 'مرحبا بالعالم. كيف |حالك|؟ بخير.', 'كيف حالك؟'],
    ['Hebrew', 'שלום. אין |החלטה| לצאת. סוף.', 'אין החלטה לצאת.'],
    ['Chinese', '他说。没有|决定|离开。再见。', '没有决定离开。'],
    ['Hindi', 'कोई निर्णय |नहीं| हुआ। ठीक है।', 'कोई निर्णय नहीं हुआ।'],
    ['emoji', 'We won 🎉. All |😀| now. Bye.', 'All 😀 now.'],
    ['nothing but the passage', '|…|', '…'],
    ['no passage', '||', ''],
  ])('%s', (_, marked, expected) => {
    expect(around(marked)).toBe(expected)
  })

  const texts = fc.array(
    fc.constantFrom(
      'a',
      'B',
      'Mr',
      'U.S',
      '. ',
      '.',
      ' ',
      '\n',
      '\n\n',
      '? ',
      '“',
      '😀',
      'é',
      '\uD800',
      '没有。',
      '\u00A0',
    ),
    { maxLength: 40 },
  )
  const passages = texts
    .map(list => list.join(''))
    .chain(text => fc.tuple(fc.constant(text), fc.nat({ max: text.length }), fc.nat({ max: text.length })))

  test('it contains the passage and has no white space of its own around', () => {
    fc.assert(
      fc.property(passages, ([text, a, b]) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        const span = sentenceAround(text, start, end)
        expect(span.start).toBeLessThanOrEqual(start)
        expect(span.end).toBeGreaterThanOrEqual(end)
        const [before, after] = [text.slice(span.start, start), text.slice(end, span.end)]
        expect(before).toBe(before.trimStart())
        expect(after).toBe(after.trimEnd())
      }),
      { numRuns: 500 },
    )
  })

  test('a text of one endless line is looked at only near the passage', () => {
    const span = sentenceAround('word '.repeat(200_000), 500_000, 500_004)
    expect(span.start).toBeGreaterThan(490_000)
    expect(span.end).toBeLessThan(510_000)
  })
})
