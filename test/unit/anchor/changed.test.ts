import { describe, expect, test } from 'vitest'
import { anchor, type Difference } from '#domain/anchor.ts'
import { quoteOf, readMarked } from '../../support/marked-text.ts'

const QUOTE = 'There has been no decision whatsoever to leave Iraq'
const LETTER = `The letter was leaked. Mr Esper said: “⟦${QUOTE}⟧.” He left.`

/** The quote of the letter with words changed, in its place. */
const edited = (was: string, is: string) => LETTER.replace(was, is)

/** A text with a quote, the text with the quote's words changed, and the changes: `before → after`. */
const CHANGED: [name: string, before: string, after: string, changes: string[]][] = [
  ['a negation gone', LETTER, edited('no decision whatsoever', 'a decision'), ['no → a', 'whatsoever → ']],
  ['a name', LETTER, edited('Iraq⟧', 'Iran⟧'), ['Iraq → Iran']],
  [
    'a negation put in',
    'It ⟦does mean that we leave⟧ now',
    'It ⟦does not mean that we leave⟧ now',
    [' → not'],
  ],
  [
    'a contracted negation',
    'It ⟦is true that they knew⟧ it',
    'It ⟦isn’t true that they knew⟧ it',
    ['is → isn’t'],
  ],
  ['can and cannot', 'We ⟦can say that much⟧ now', 'We ⟦cannot say that much⟧ now', ['can → cannot']],
  [
    'cannot and can not',
    'We ⟦cannot say that much⟧ now',
    'We ⟦can not say that much⟧ now',
    ['cannot → can not'],
  ],
  ['a number', 'He said ⟦5,000 troops stay⟧ there', 'He said ⟦750 troops stay⟧ there', ['5,000 → 750']],
  ['a digit', 'in ⟦the year 2019 it was⟧ so', 'in ⟦the year 2018 it was⟧ so', ['2019 → 2018']],
  ['a longer number', 'He said ⟦5,000⟧ troops stay', 'He said ⟦15,000⟧ troops stay', ['5,000 → 15,000']],
  [
    'a number grown behind',
    'He said ⟦5,000⟧ troops stay',
    'He said ⟦5,000,000⟧ troops stay',
    ['5,000 → 5,000,000'],
  ],
  [
    'a number grown at the end of the text',
    'The sum was ⟦5,000⟧.',
    'The sum was ⟦5,000.50⟧ dollars',
    ['5,000 → 5,000.50'],
  ],
  [
    'thousands without a comma',
    'He said ⟦5,000 troops stay⟧ there',
    'He said ⟦5000 troops stay⟧ there',
    ['5,000 → 5000'],
  ],
  [
    'thousands set apart by a space',
    'He said ⟦5,000 troops stay⟧ there',
    'He said ⟦5\u202F000 troops stay⟧ there',
    ['5,000 → 5\u202F000'],
  ],
  [
    'thousands set apart by a space no more',
    'He said ⟦5 000 troops stay⟧ there',
    'He said ⟦5000 troops stay⟧ there',
    ['5 000 → 5000'],
  ],
  [
    'a number in words',
    'He said ⟦5,000 troops stay⟧ there',
    'He said ⟦five thousand troops stay⟧ there',
    ['5,000 → five thousand'],
  ],
  [
    'a scale in full',
    'it cost ⟦some £1.5m last⟧ year',
    'it cost ⟦some £1.5 million last⟧ year',
    ['m → million'],
  ],
  [
    'per cent in words',
    'grew ⟦by 3% in the year⟧ to',
    'grew ⟦by 3 per cent in the year⟧ to',
    ['% → per cent'],
  ],
  [
    'percent, per cent',
    'grew ⟦by 3 percent this year⟧ to',
    'grew ⟦by 3 per cent this year⟧ to',
    ['percent → per cent'],
  ],
  ['a range in words', 'in ⟦some 5-10 days from now⟧ on', 'in ⟦some 5 to 10 days from now⟧ on', ['- → to']],
  [
    'a comma and a point',
    'it grew ⟦1,500 per cent last⟧ year',
    'it grew ⟦1.500 per cent last⟧ year',
    ['1,500 → 1.500'],
  ],
  ['a decimal', 'it grew ⟦4.5 per cent last⟧ year', 'it grew ⟦45 per cent last⟧ year', ['4.5 → 45']],
  ['a fraction without a zero', 'by ⟦5 per cent more than⟧ it', 'by ⟦.5 per cent more than⟧ it', ['5 → .5']],
  [
    'a number word',
    'about ⟦five thousand troops left⟧ it',
    'about ⟦5,000 troops left⟧ it',
    ['five thousand → 5,000'],
  ],
  ['a power', 'over ⟦10² metres of it⟧ was', 'over ⟦102 metres of it⟧ was', ['10² → 102']],
  ['a vulgar fraction', 'took ⟦1½ hours to get⟧ it', 'took ⟦11/2 hours to get⟧ it', ['1½ → 11/2']],
  ['a sign', 'it was ⟦-12 degrees at night⟧ there', 'it was ⟦12 degrees at night⟧ there', ['- → ']],
  [
    'a range and two numbers',
    'in ⟦10-14 days they leave⟧ us',
    'in ⟦1014 days they leave⟧ us',
    ['10-14 → 1014'],
  ],
  ['a date', 'on ⟦6 January 2020 a letter⟧ came', 'on ⟦7 January 2020 a letter⟧ came', ['6 → 7']],
  [
    'a date in figures',
    'on ⟦2020-01-06 a letter⟧ came',
    'on ⟦2020-06-01 a letter⟧ came',
    ['01 → 06', '06 → 01'],
  ],
  ['a time', 'at ⟦9:30 the letter came⟧ in', 'at ⟦9:50 the letter came⟧ in', ['9:30 → 9:50']],
  ['a currency', 'paid ⟦$14 million for the⟧ plan', 'paid ⟦€14 million for the⟧ plan', ['$ → €']],
  ['per cent', 'grew ⟦by 5% in the year⟧ to', 'grew ⟦by 5 in the year⟧ to', ['% → ']],
  ['about', 'sent ⟦~5,000 men there⟧ and', 'sent ⟦5,000 men there⟧ and', ['~ → ']],
  ['a question', 'He said: ⟦We will leave Iraq.⟧ Then', 'He said: ⟦We will leave Iraq?⟧ Then', [' → ?']],
  ['upper case', 'Why ⟦they told us about it⟧ all', 'Why ⟦they told US about it⟧ all', ['us → US']],
  ['capitals', LETTER, edited(QUOTE, QUOTE.toUpperCase()), [`${QUOTE} → ${QUOTE.toUpperCase()}`]],
  [
    'points in an abbreviation',
    'said ⟦the US troops would⟧ go',
    'said ⟦the U.S. troops would⟧ go',
    ['US → U.S'],
  ],
  [
    'a spelling mistake put right',
    'will ⟦recieve the letter⟧ soon',
    'will ⟦receive the letter⟧ soon',
    ['recieve → receive'],
  ],
  ['an accent', 'at ⟦the café in the⟧ town', 'at ⟦the cafe in the⟧ town', ['café → cafe']],
  ['an apostrophe', 'that ⟦we’re sure of it⟧ all', 'that ⟦were sure of it⟧ all', ['we’re → were']],
  [
    'two words made one',
    'not ⟦every day a letter⟧ came',
    'not ⟦everyday a letter⟧ came',
    ['every day → everyday'],
  ],
  ['a word put in', LETTER, edited('to leave', 'yet to leave'), [' → yet']],
  ['a word left out', LETTER, edited('whatsoever ', ''), ['whatsoever → ']],
  ['the first word', LETTER, edited('There has', 'There’s'), ['There has → There’s']],
  [
    'the first word left out',
    LETTER,
    LETTER.replace('⟦There has been no', 'There has ⟦been no').replace('There has ', ''),
    ['There has → '],
  ],
  ['the last word left out', LETTER, edited(' to leave Iraq⟧', '⟧'), ['to leave Iraq → ']],
  [
    'words in another order',
    'So ⟦Smith accused Jones of it⟧ all',
    'So ⟦Jones accused Smith of it⟧ all',
    ['Smith → Jones', 'Jones → Smith'],
  ],
  [
    'one word, all of the quote',
    'He will leave ⟦Iraq⟧ by the end of May',
    'He will leave ⟦Iran⟧ by the end of May',
    ['Iraq → Iran'],
  ],
  [
    'one word for three',
    'He will leave ⟦Iraq⟧ by the end of May',
    'He will leave ⟦the whole region⟧ by the end of May',
    ['Iraq → the whole region'],
  ],
  ['a negation alone', 'that there was ⟦no⟧ decision taken', 'that there was ⟦a⟧ decision taken', ['no → a']],
  [
    'the same word elsewhere',
    'that there was ⟦no⟧ decision taken',
    'no, no! that there was ⟦a⟧ decision taken',
    ['no → a'],
  ],
  [
    'the same sentence elsewhere',
    LETTER,
    `“${QUOTE},” says the headline.\n\n${edited('no decision', 'a decision')}`,
    ['no → a'],
  ],
  [
    'an advertisement between',
    `x. ⟦${QUOTE}⟧ y`,
    `x. ⟦${QUOTE.replace('decision', 'decision\n\nAdvertisement. Subscribe to our letter today!\n\n')}⟧ y`,
    [' → Advertisement. Subscribe to our letter today'],
  ],
  [
    'harmless changes beside',
    LETTER,
    edited(QUOTE, 'There  has been no deci\u00ADsion what-\nsoever to leave Iran'),
    ['Iraq → Iran'],
  ],
  [
    'a changed context',
    LETTER,
    `A letter leaked. Esper said: “⟦${QUOTE.replace('no', 'a')}⟧.” He went.`,
    ['no → a'],
  ],
  [
    'at the start of the text',
    '⟦No decision was taken⟧ on Monday.',
    '⟦One decision was taken⟧ on Monday.',
    ['No → One'],
  ],
  [
    'at the end of the text',
    'On Monday ⟦no decision was taken⟧',
    'On Monday ⟦one decision was taken⟧',
    ['no → one'],
  ],
  ['the whole text', `⟦${QUOTE}⟧`, `⟦${QUOTE.replace('Iraq', 'Iran')}⟧`, ['Iraq → Iran']],
  [
    'a selection inside words',
    'There was ind⟦ecision in the capi⟧tal today',
    'There was ⟦decision in the capi⟧tal today',
    ['ecision → decision'],
  ],
  ['an emoji', 'we say ⟦👍 to the plan⟧ now', 'we say ⟦👎 to the plan⟧ now', ['👍 → 👎']],
  ['a flag', 'out of ⟦🇮🇶 by the end⟧ of May', 'out of ⟦🇮🇷 by the end⟧ of May', ['🇮🇶 → 🇮🇷']],
  ['a skin tone', 'we say ⟦👍🏽 to the plan⟧ now', 'we say ⟦👍🏿 to the plan⟧ now', ['👍🏽 → 👍🏿']],
  ['Chinese', '他说：⟦我们没有决定离开⟧伊拉克。', '他说：⟦我们已经决定离开⟧伊拉克。', ['没有 → 已经']],
  ['Japanese', '市は⟦計画はないと発表⟧した。', '市は⟦計画があると発表⟧した。', ['はない → がある']],
  ['Arabic', 'قال إنه ⟦لا يوجد أي قرار⟧ حتى الآن', 'قال إنه ⟦يوجد أي قرار⟧ حتى الآن', ['لا → ']],
  ['Hebrew', 'אמר כי ⟦אין החלטה לצאת⟧ מעיראק', 'אמר כי ⟦יש החלטה לצאת⟧ מעיראק', ['אין → יש']],
  ['Hindi', 'कहा कि ⟦कोई निर्णय नहीं हुआ⟧ है', 'कहा कि ⟦कोई निर्णय हुआ⟧ है', ['नहीं → ']],
  ['Thai', 'เขากล่าวว่า ⟦ไม่มีการตัดสินใจ⟧ วันนี้', 'เขากล่าวว่า ⟦มีการตัดสินใจ⟧ วันนี้', ['ไม่ → ']],
]

const inWords = ({ before, after }: Difference) => `${before.text} → ${after.text}`

describe('changed words', () => {
  test.each(CHANGED)('%s', (_, before, after, changes) => {
    const { text, start, end } = readMarked(after)
    const quote = quoteOf(before)
    const answer = anchor(text, quote)
    if (answer.state !== 'changed') throw new Error(JSON.stringify(answer))
    expect(answer.difference.map(inWords)).toEqual(changes)
    expect(text.slice(answer.start, answer.end)).toBe(text.slice(start, end))
    expect(answer).toMatchObject({ start, end })
    for (const change of answer.difference) {
      expect(change.before.text).toBe(quote.exact.slice(change.before.start, change.before.end))
      expect(change.after.text).toBe(text.slice(change.after.start, change.after.end))
      expect(change.kind).toBe(kindOf(change))
    }
  })

  test('the smaller the change, the higher the score', () => {
    const scores = [
      'Iraq → Iraqi',
      'Iraq → Syria',
      'no decision → a decision',
      'There has been no → They took a',
    ]
      .map(change => change.split(' → '))
      .map(([was = '', is = '']) => {
        const answer = anchor(readMarked(edited(was, is)).text, quoteOf(LETTER))
        return answer.state === 'changed' ? answer.score : Number.NaN
      })
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(scores.every(score => score > 0 && score < 1)).toBe(true)
  })
})

function kindOf({ before, after }: Difference): Difference['kind'] {
  if (before.text === '') return 'inserted'
  return after.text === '' ? 'deleted' : 'replaced'
}
