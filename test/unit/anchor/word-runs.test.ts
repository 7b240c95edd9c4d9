import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { originalOffset, repairMisread } from '#domain/misread.ts'
import { wordKey } from '#domain/word-keys.ts'
import { readWords } from '#domain/word-runs.ts'

/** The words of a text as they are compared, with bars between them. */
const wordsOf = (text: string) => readWords(text).written.map(wordKey).join('|')

/** What belongs to no word by itself: signs, footnote marks, and letters that only fill or lengthen. */
const OTHERS = /[^\p{L}\p{N}]|[\u0640\u115F\u1160\u3164\uFFA0]|\[\d{1,3}\]/gu

describe('the words that are compared', () => {
  test.each([
    ['', ''],
    ['  \n ', ''],
    ['No decision, none.', 'No|decision|none'],
    ['There’s no O’Neill', "There's|no|O'Neill"],
    ["‘no’ 'no' troops’ ’tis", 'no|no|troops|tis'],
    ['US-led well–known', 'US|led|well|known'],
    ['the U.S. and e.g. x.y', 'the|U|S|and|e|g|x|y'],
    ['5,000 4.5 9:30 5’000', "5,000|4.5|9:30|5'000"],
    ['5, 000 and 5.', '5|000|and|5'],
    ['.5 ($.5) (.5 said.5', '.5|$|.5|.5|said|5'],
    ['10-14 10–14 10 — 14', '10|-|14|10|-|14|10|-|14'],
    ['2020-01-06 6/1/2020', '2020|-|01|-|06|6|/|1|/|2020'],
    ['-12 or −12 or –$5 or A-10 or —5', '-|12|or|-|12|or|-|$|5|or|A|10|or|5'],
    ['word - 5 and 5 - word', 'word|5|and|5|word'],
    ['in 2019\n- 5 dead', 'in|2019|5|dead'],
    ['5km F16 Q3 1st', '5|km|F|16|Q|3|1|st'],
    ['10² m² CO₂ 1½ ½ ①', '10|^2|m|2|CO|2|1|^1⁄2|1⁄2|1'],
    ['$5 5% ~5 +5 @a #b R&D a/b', '$|5|5|%|~|5|+|5|@|a|#|b|R|&|D|a|/|b'],
    ['Why?? Who?! Oh!', 'Why|?|Who|?|Oh'],
    ['a [1] b[2] c.[33] d[1234]', 'a|1|b|c|d|1234'],
    ['*no* _no_ • no ■ no | no ©', 'no|no|no|no|no'],
    ['ﬁnal ﬀ ĳs cœur ŒUVRE Œuvre', 'final|ff|ijs|coeur|OEUVRE|Oeuvre'],
    ['cafe\u0301 café', 'café|café'],
    ['de\u00ADci\u200Bsi\u2060on\uFEFF no\u200E', 'decision|no'],
    ['قـــرار لا', 'قرار|لا'],
    ['نمی\u200Cخواهم', 'نمیخواهم'],
    ['没有决定 5万', '没|有|决|定|5|万'],
    ['ガラス ｶﾞﾗｽ', 'ガ|ラ|ス|ガ|ラ|ス'],
    ['ไม่มี', 'ไ|ม่|มี'],
    ['그는 없다', '그는|없다'],
    ['स्ते है', 'स्ते|है'],
    ['👍🏽 👩\u200D👩\u200D👧 ❤\uFE0F 🇮🇶🇮🇷 1\uFE0F\u20E3', '👍🏽|👩👩👧|❤|🇮🇶|🇮🇷|1\u20E3'],
    ['isnâ€™t naÃ¯ve Â£5', "isn't|naïve|£|5"],
    ['isn\u0092t \u0093no\u0094 Z\u009Arich', "isn't|no|Zšrich"],
    ['isn&#8217;t caf&eacute; A&amp;B AT&T; &#xD800;', "isn't|café|A|&|B|AT|&|T|&|#|xD|800"],
    ['a\uD83Db\uDE00', 'a|\uD83D|b|\uDE00'],
    ['a\u0338= ≠ =\u0338', 'a\u0338|=|≠|≠'],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toBe(words)
  })

  test.each([
    ['what-\nsoever', [0]],
    ['what-  soever', [0]],
    ['what\u00AD\nsoever', [0]],
    ['what‐\r\n  soever', [0]],
    ['what-soever', []],
    ['what -\nsoever', []],
    ['what—\nsoever', []],
    ['what-\n5', []],
    ['a b- c', [1]],
  ])('a line may cut the words of %j', (text, breaks) => {
    expect(readWords(text).breaks).toEqual(breaks)
  })

  const hard =
    'a|é|e\u0301|5|.|,|-|–|’|“| |\n|\u00AD|\u200D|\uFE0F|😀|🇮🇶|👍🏽|\uD83D|没|ไม่|²|½|[1]|â€™|Ã©|&amp;|?|$'
  const texts = fc.array(fc.constantFrom(...hard.split('|')), { maxLength: 40 }).map(list => list.join(''))

  test('they stand in order, do not overlap, and cut no pair of surrogates', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), text => {
        const { text: clean, starts, ends, written } = readWords(text)
        let last = 0
        for (const [i, start] of starts.entries()) {
          const end = ends[i] ?? 0
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          if (clean.isWellFormed()) expect(clean.slice(start, end).isWellFormed()).toBe(true)
          expect(written[i]).not.toBe('')
          last = end
        }
        expect(last).toBeLessThanOrEqual(clean.length)
      }),
      { numRuns: 500 },
    )
  })

  test('every letter and digit is part of a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const { text: clean, starts, ends } = readWords(text)
        const inWords = starts.map((start, i) => clean.slice(start, ends[i])).join('')
        expect(inWords.replace(OTHERS, '')).toBe(clean.replace(OTHERS, ''))
      }),
    )
  })

  test('a text put in composed or decomposed form has the same words', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', 'ё', 'ắ', '한', 'ガ', 'ñ', ' ', '.') }),
        text => {
          expect(wordsOf(text.normalize('NFD'))).toBe(wordsOf(text))
        },
      ),
    )
  })
})

describe('misread characters', () => {
  test.each([
    ['plain text & more', 'plain text & more'],
    ['â€œnoâ€\u009D â€“ itâ€™s', '“no” – it’s'],
    ['Ã‰lodie, Â« non Â»', 'Élodie, « non »'],
    ['Å¡koda Ä‡', 'škoda ć'],
    ['10â‚¬ Brandâ„¢', '10€ Brand™'],
    ['Ð½Ðµ Ð¸ Ñ€ÐµÑˆÐµÐ½Ð¾', 'не и решено'],
    ['×œ×\u0090 ×§×¨×”', 'לא קרה'],
    ['æ²¡æœ‰ ðŸŽ‰ðŸŽ‰', '没有 🎉🎉'],
    ['Spaß“ … café…” CAFÉ… jusqu’à «', 'Spaß“ … café…” CAFÉ… jusqu’à «'],
    ['&lt;&gt;&quot;&apos;&nbsp;&shy;', '<>"\'\u00A0\u00AD'],
    ['&Uuml;ber &szlig; &ccedil;', 'Über ß ç'],
    ['&#65;&#x1F600;&#0;&#1114112;', 'A😀&#0;&#1114112;'],
    ['&unknown; &; &#; &amp', '&unknown; &; &#; &amp'],
    ['à la carte â part Ã', 'à la carte â part Ã'],
  ])('%s', (text, repaired) => {
    expect(repairMisread(text).text).toBe(repaired)
  })

  test('offsets lead back to the original', () => {
    const text = 'naÃ¯ve &amp; itâ€™s'
    const { text: repaired, repairs } = repairMisread(text)
    expect(repaired).toBe('naïve & it’s')
    const back = (offset: number) => originalOffset(repairs, offset)
    expect([0, 2, 3, 6, 7, 8, 10, 11, 12].map(back)).toEqual([0, 2, 4, 7, 12, 13, 15, 18, 19])
    expect(originalOffset([], 5)).toBe(5)
  })
})
