import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugCandidates, slugify } from '#domain/slug.ts'

test.each([
  ['Did the US decide to leave Iraq?', 'did-the-us-decide-to-leave-iraq'],
  ['  spaces\tand\r\nlines  ', 'spaces-and-lines'],
  ['Straße', 'strasse'],
  ['STRASSE ẞ', 'strasse-ss'],
  ['Ørsted, Łódź & Ægir', 'orsted-lodz-and-aegir'],
  ['Þórður í Reykjavík', 'thordur-i-reykjavik'],
  ['Crème brûlée', 'creme-brulee'],
  ['Creme bru\u0302le\u0301e, decomposed', 'creme-brulee-decomposed'],
  ['İstanbul ve ISPARTA, ığdır', 'istanbul-ve-isparta-igdir'],
  ['Ŋaŋ ĸ ŧ ħ ð', 'ngang-k-t-h-d'],
  ['ﬁne ﬂow', 'fine-flow'],
  ['Ｆｕｌｌ　ｗｉｄｔｈ', 'full-width'],
  ['“There’s been no decision”', 'theres-been-no-decision'],
  ["can't won`t o´clock", 'cant-wont-oclock'],
  ['AT&T', 'at-and-t'],
  ['5,000 ≠ 750', '5000-750'],
  ['1,234,567 people', '1234567-people'],
  ['1,2,3', '1-2-3'],
  ['3.5 %', '3-5'],
  ['2020-01-06', '2020-01-06'],
  ['--a--b--', 'a-b'],
  ['a_b/c\\d', 'a-b-c-d'],
  ['../../etc/passwd', 'etc-passwd'],
  ['<script>alert(1)</script>', 'script-alert-1-script'],
  ['soft\u00ADhyphen zero\u200Bwidth', 'softhyphen-zerowidth'],
  ['\u202Ebidi\u202C', 'bidi'],
  ['Москва й Київ', 'москва-й-київ'],
  ['Αθήνα', 'αθήνα'],
  ['هل قررت أمريكا؟', 'هل-قررت-أمريكا'],
  ['האם ארצות הברית', 'האם-ארצות-הברית'],
  ['दिल्ली में', 'दिल्ली-में'],
  ['北京 2020', '北京-2020'],
  ['서울', '서울'],
  ['🔥 fire 👩‍👩‍👧', 'fire'],
  ['1️⃣ first', '1-first'],
  ['\u0301 orphan', 'orphan'],
  ['\u{1D400}\u{1D401} maths', 'ab-maths'],
  ['\uD83D half', 'half'],
  ['', 'untitled'],
  [' \n ', 'untitled'],
  ['?!…', 'untitled'],
  ['🔥', 'untitled'],
])('%j → %s', (text, slug) => {
  expect(slugify(text)).toBe(slug)
})

test.each([
  ['word '.repeat(30), 'word-'.repeat(16).slice(0, -1)],
  [`${'a'.repeat(79)} b`, 'a'.repeat(79)],
  [`${'a'.repeat(80)} b`, 'a'.repeat(80)],
  ['a'.repeat(100_000), 'a'.repeat(80)],
  [`x${'𐐨'.repeat(60)}`, `x${'𐐨'.repeat(39)}`],
  ['क्षि'.repeat(40), 'क्षि'.repeat(20)],
  [' '.repeat(100_000), 'untitled'],
  [`${'?'.repeat(100_000)}end`, 'end'],
])('a long text is cut between words or characters (%#)', (text, slug) => {
  expect(slugify(text)).toBe(slug)
})

function firstCandidates(text: string, count: number): string[] {
  const candidates = slugCandidates(text)
  return Array.from({ length: count }, () => candidates.next().value)
}

const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string())

test('a slug is short, stays itself, and holds nothing an address must escape but letters and digits', () => {
  fc.assert(
    fc.property(anyText, text => {
      const slug = slugify(text)
      expect(slug).toMatch(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u)
      expect(slug.length).toBeLessThanOrEqual(80)
      expect(slugify(slug)).toBe(slug)
      expect(slug.isWellFormed()).toBe(true)
    }),
  )
})

test.each([
  ['Iraq', ['iraq', 'iraq-2', 'iraq-3', 'iraq-4']],
  ['', ['untitled', 'untitled-2', 'untitled-3', 'untitled-4']],
])('candidates for %j', (text, expected) => {
  expect(firstCandidates(text, 4)).toEqual(expected)
})

test('candidates are short and never the same twice', () => {
  const texts = fc.oneof(
    anyText,
    fc.string({ minLength: 70, maxLength: 90 }),
    fc.constant(`${'a '.repeat(39)}2`),
  )
  fc.assert(
    fc.property(texts, text => {
      const candidates = firstCandidates(text, 120)
      expect(new Set(candidates).size).toBe(120)
      expect(Math.max(...candidates.map(candidate => candidate.length))).toBeLessThanOrEqual(80)
    }),
    { numRuns: 30 },
  )
})
