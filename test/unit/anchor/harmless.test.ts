import { describe, expect, test } from 'vitest'
import { anchor } from '#domain/anchor.ts'
import { quoteOf, readMarked } from '../../support/marked-text.ts'

const LETTER =
  'The letter was leaked. Mr Esper said: “⟦There has been no decision whatsoever to leave Iraq⟧.” He left.'

/** A text with a quote, and the same words as they may stand in another copy of it. */
const HARMLESS: [name: string, before: string, after: string][] = [
  ['text put in before', LETTER, `News of today. ${LETTER}`],
  ['the text before is gone', LETTER, LETTER.replace('The letter was leaked. ', '')],
  ['all text around is gone', LETTER, '⟦There has been no decision whatsoever to leave Iraq⟧'],
  [
    'the sentence stands elsewhere',
    LETTER,
    'He left.\n\nOther news.\n\n⟦There has been no decision whatsoever to leave Iraq⟧, he said.',
  ],
  [
    'the context was rewritten',
    LETTER,
    'A letter leaked. Esper insisted: “⟦There has been no decision whatsoever to leave Iraq⟧.” Then he went.',
  ],
  ['line ends between the words', LETTER, LETTER.replaceAll(' ', '\n')],
  ['two spaces', LETTER, LETTER.replaceAll(' ', '  ')],
  ['no-break and thin spaces', LETTER, LETTER.replaceAll(' ', '\u00A0').replace('no\u00A0', 'no\u2009')],
  [
    'a paragraph between',
    'a x ⟦one two three four five six⟧ b c',
    'a x ⟦one two three\n\n\n\tfour five six⟧ b c',
  ],
  ['Windows line ends', 'one\n⟦two\nthree⟧\nfour five', 'one\r\n⟦two\r\nthree⟧\r\nfour five'],
  [
    'soft hyphens',
    LETTER,
    LETTER.replace('decision', 'de\u00ADci\u00ADsion').replace('whatsoever', 'what\u00ADsoever'),
  ],
  ['zero-width space', LETTER, LETTER.replace('decision', 'de\u200Bcision')],
  ['zero-width joiners', LETTER, LETTER.replace('decision', 'de\u200Dci\u200Csion')],
  ['word joiner and byte order mark', LETTER, LETTER.replace('decision', 'de\u2060ci\uFEFFsion')],
  ['direction marks', LETTER, LETTER.replace('leave', '\u2066leave\u2069').replace('no ', '\u200Eno\u200F ')],
  ['a word cut at a line end', LETTER, LETTER.replace('whatsoever', 'what-\nsoever')],
  ['a word cut by a soft hyphen at a line end', LETTER, LETTER.replace('whatsoever', 'what\u00AD\n  soever')],
  ['a cut word put together', LETTER.replace('whatsoever', 'what-\nsoever'), LETTER],
  [
    'a word cut at another place',
    LETTER.replace('whatsoever', 'what-\nsoever'),
    LETTER.replace('whatsoever', 'whatso-\never'),
  ],
  ['a compound cut at its hyphen', 'the ⟦US-led coalition⟧ in Iraq', 'the ⟦US-\nled coalition⟧ in Iraq'],
  ['the first word cut', 'of ⟦repositioning forces⟧ today', 'of ⟦repo-\nsitioning forces⟧ today'],
  ['one word, cut', 'means ⟦repositioning⟧ of forces', 'means ⟦reposi-\ntioning⟧ of forces'],
  [
    'curly quotes to straight ones',
    'He called it ⟦“a draft” and ‘a mistake’⟧ today',
    'He called it ⟦"a draft" and \'a mistake\'⟧ today',
  ],
  ['guillemets', 'Il a dit ⟦« pas de décision »⟧ hier', 'Il a dit ⟦“pas de décision”⟧ hier'],
  ['German quotes', 'er sagte: ⟦„kein Beschluss“⟧ dazu', 'er sagte: ⟦»kein Beschluss«⟧ dazu'],
  ['corner brackets', '他说：⟦“没有决定”⟧。', '他说：⟦「没有决定」⟧。'],
  [
    'apostrophes',
    'he said ⟦there’s no decision, it isn’t true⟧ and',
    "he said ⟦there's no decision, it isn't true⟧ and",
  ],
  ['a backtick for an apostrophe', 'he said ⟦it isn’t true⟧ and left', 'he said ⟦it isn`t true⟧ and left'],
  [
    'an acute accent for an apostrophe',
    'he said ⟦it isn’t true⟧ and left',
    'he said ⟦it isn´t true⟧ and left',
  ],
  [
    'dashes',
    'he said ⟦no decision – none at all – was taken⟧ today',
    'he said ⟦no decision—none at all—was taken⟧ today',
  ],
  ['a hyphen in a compound', 'the ⟦US-led coalition⟧ in Iraq', 'the ⟦US‑led coalition⟧ in Iraq'],
  ['a range', 'within ⟦10–14 days⟧ they', 'within ⟦10-14 days⟧ they'],
  ['a range with spaces', 'within ⟦10–14 days⟧ they', 'within ⟦10 – 14 days⟧ they'],
  [
    'an ellipsis',
    'he ⟦would be repositioning … to prepare⟧ for',
    'he ⟦would be repositioning ... to prepare⟧ for',
  ],
  ['a comma', 'he ⟦said on Monday that no decision⟧ was', 'he ⟦said, on Monday, that no decision⟧ was'],
  [
    'the full stop at the end',
    'He said ⟦no decision was taken.⟧ Then',
    'He said ⟦no decision was taken⟧, then',
  ],
  ['brackets', 'he ⟦said (on Monday) that no⟧ decision', 'he ⟦said [on Monday] that no⟧ decision'],
  ['a footnote mark', 'said ⟦5,000 troops would leave⟧ now', 'said ⟦5,000 troops[12] would leave⟧ now'],
  ['an asterisk', 'said ⟦5,000 troops would leave⟧ now', 'said ⟦5,000 troops* would leave⟧ now'],
  ['emphasis in Markdown', 'said ⟦there is no decision⟧ now', 'said ⟦there is **no** decision⟧ now'],
  [
    'bullets',
    'Points: ⟦one decision\ntwo letters⟧ end here',
    'Points: ⟦one decision\n• two letters⟧ end here',
  ],
  ['ligatures', 'the ⟦final office file⟧ was here', 'the ⟦ﬁnal oﬃce ﬁle⟧ was here'],
  ['the ligature œ', 'au ⟦cœur des vacances⟧ il dit', 'au ⟦coeur des vacances⟧ il dit'],
  ['decomposed letters', 'the ⟦naïve café owner⟧ said so', 'the ⟦nai\u0308ve cafe\u0301 owner⟧ said so'],
  ['composed letters', 'the ⟦nai\u0308ve cafe\u0301 owner⟧ said so', 'the ⟦naïve café owner⟧ said so'],
  ['full-width letters and digits', 'sent ⟦ABC 5,000⟧ to us', 'sent ⟦ＡＢＣ ５，０００⟧ to us'],
  ['a subscript', 'of ⟦CO2 in air⟧ was', 'of ⟦CO₂ in air⟧ was'],
  ['a unit sign', 'over ⟦5 km of road⟧ and', 'over ⟦5 ㎞ of road⟧ and'],
  ['another space between thousands', 'some ⟦5 000 people came⟧ back', 'some ⟦5\u202F000 people came⟧ back'],
  ['a space behind the currency', 'paid ⟦$ 5 and 5 € for it⟧ all', 'paid ⟦$5 and 5€ for it⟧ all'],
  ['a no-break space before per cent', 'grew ⟦by 3\u00A0% in all⟧ of it', 'grew ⟦by 3% in all⟧ of it'],
  ['a space before the scale', 'it cost ⟦some 1.5m last⟧ year', 'it cost ⟦some 1.5 m last⟧ year'],
  ['a space before the unit', 'by ⟦4.5% and 5km⟧ more', 'by ⟦4.5 % and 5 km⟧ more'],
  ['Hangul in jamo', '그는 ⟦결정이 없다⟧ 말했다', `그는 ⟦${'결정이 없다'.normalize('NFD')}⟧ 말했다`],
  ['tatweel', 'قال ⟦لا قرار⟧ اليوم', 'قال ⟦لا قـــرار⟧ اليوم'],
  ['Arabic presentation forms', 'قال ⟦لا قرار⟧ اليوم', 'قال ⟦ﻻ قرار⟧ اليوم'],
  ['the Arabic question mark', 'says ⟦who knows?⟧ now', 'says ⟦who knows؟⟧ now'],
  ['a no-joiner in Persian', 'او ⟦نمی‌خواهد برود⟧ گفت', 'او ⟦نمیخواهد برود⟧ گفت'],
  ['gershayim', 'אמר ⟦צה״ל לא יצא⟧ היום', 'אמר ⟦צה"ל לא יצא⟧ היום'],
  ['Chinese punctuation', '他说：⟦没有决定，也没有计划⟧。完', '他说：⟦没有决定,也没有计划⟧.完'],
  ['a line end inside a Chinese word', '他说：⟦没有决定离开⟧。完', '他说：⟦没有决\n定离开⟧。完'],
  ['half-width katakana', 'その⟦ガラスの計画⟧はない', 'その⟦ｶﾞﾗｽの計画⟧はない'],
  ['an emoji with and without its variation selector', 'I ⟦❤️ this plan⟧ a lot', 'I ⟦❤ this plan⟧ a lot'],
  ['UTF-8 read as Windows-1252', 'says ⟦“it isn’t naïve”⟧ now', 'says ⟦â€œit isnâ€™t naÃ¯veâ€\u009D⟧ now'],
  ['a misread Chinese text', '他说：⟦没有决定⟧。', 'ä»–è¯´ï¼š⟦æ²¡æœ‰å†³å®š⟧ã€‚'],
  ['Windows-1252 read as Latin-1', 'says ⟦“it isn’t so”⟧ now', 'says ⟦\u0093it isn\u0092t so\u0094⟧ now'],
  [
    'character references',
    'says ⟦“it isn’t naïve”⟧ now',
    'says ⟦&ldquo;it&nbsp;isn&#8217;t na&iuml;ve&rdquo;⟧ now',
  ],
  [
    'a selection inside words',
    'There was ind⟦ecision in the capi⟧tal today',
    'So there was ind⟦ecision in the capi⟧tal today',
  ],
  [
    'a selection inside words with soft hyphens',
    'of the ind⟦ecision in the capi⟧tal today',
    'of the in\u00ADd⟦ecision in the capi⟧ta\u00ADl today',
  ],
  ['one letter of a word', 'the in⟦d⟧ecision of it', 'x the in⟦d⟧ecision of it'],
]

describe('the same words', () => {
  test.each(HARMLESS)('%s', (_, before, after) => {
    const { text, start, end } = readMarked(after)
    const answer = anchor(text, quoteOf(before))
    expect(answer.state === 'moved' && text.slice(answer.start, answer.end)).toBe(text.slice(start, end))
    expect(answer).toEqual({ state: 'moved', start, end })
  })
})

describe('nothing changed', () => {
  test.each([
    ['a sentence', LETTER],
    ['the whole text', '⟦There has been no decision.⟧'],
    ['the start of the text', '⟦There has been⟧ no decision.'],
    ['the end of the text', 'There has been ⟦no decision.⟧'],
    ['a word', 'There has been ⟦no⟧ decision.'],
    ['a part of a word', 'There has been no de⟦cis⟧ion.'],
    ['punctuation', 'There has been⟦…⟧ no decision.'],
    ['an emoji', 'We won ⟦🎉⟧ today'],
    ['one of many', 'no no no ⟦no⟧ no no no no no no no no no no no no no no no'],
  ])('%s is exact', (_, marked) => {
    const { text, start, end } = readMarked(marked)
    expect(anchor(text, quoteOf(marked))).toEqual({ state: 'exact', start, end })
  })

  test.each([
    ['text put in behind', 'No ⟦decision⟧ was made.', 'No ⟦decision⟧ was made. Really.'],
    ['another context of the same length', 'He said ⟦no decision⟧ today', 'He says ⟦no decision⟧ now!!'],
    ['a rewritten context', 'He said ⟦no decision to leave⟧ today', 'We hear ⟦no decision to leave⟧ at all'],
  ])('exact with %s', (_, before, after) => {
    const { text, start, end } = readMarked(after)
    expect(anchor(text, quoteOf(before))).toEqual({ state: 'exact', start, end })
  })
})
