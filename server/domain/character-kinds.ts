import { readByte } from './misread.ts'

/** What a character is when words are compared. Zero is beyond the ends of a text. */
export const SPACE = 1
/** A letter of a script that puts spaces between words. */
export const LETTER = 2
export const DIGIT = 3
/** A combining mark, an emoji modifier or tag: belongs to what stands before it. */
export const MARK = 4
/** Invisible and harmless: zero-width characters, soft hyphens, direction marks, tatweel. */
export const IGNORED = 5
export const APOSTROPHE = 6
export const DASH = 7
/** A full stop, comma or colon: part of a number between digits, else neutral. */
export const JOINT = 8
/** Punctuation that does not count. */
export const NEUTRAL = 9
/** A sign that counts as a word: currency, per cent, plus, question mark. */
export const SYMBOL = 10
/** A letter of a script without spaces between words: a word of its own. */
export const SOLO = 11
/** A superscript, a fraction, a circled digit. */
export const NUMERAL = 12
export const EMOJI = 13

/** In the order they are asked for: the first that holds decides. */
const RULES: [RegExp, number][] = [
  [/[\p{Cf}\p{Variation_Selector}\u034F\u115F\u1160\u3164\uFFA0\u0640\uFFFC]/u, IGNORED],
  [/[\s\u0085]/, SPACE],
  [/\p{Cc}/u, IGNORED],
  [/['’‘‛ʼʹʻʽ′`´＇׳]/, APOSTROPHE],
  [/[\p{Pd}\u2212]/u, DASH],
  [/[.,:．，：٫٬]/, JOINT],
  [/\p{Nd}/u, DIGIT],
  [/[\p{M}\p{Emoji_Modifier}\uFF9E\uFF9F]/u, MARK],
  [
    /(?=[\p{L}\p{Nl}])[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}ーｰ]/u,
    SOLO,
  ],
  [/[\p{L}\p{Nl}]/u, LETTER],
  [/\p{No}/u, NUMERAL],
  // Bullets, trade marks and table lines come and go with the layout.
  [/[\u2500-\u25FF|¦_*©®™]/, NEUTRAL],
  [/[\p{Extended_Pictographic}\p{Regional_Indicator}]/u, EMOJI],
  [/[%‰‱٪﹪％&＆@＠#＃/／\\＼?？؟⸮^\p{Sc}\p{Sm}\p{So}]/u, SYMBOL],
  [/[^\uD800-\uDFFF]/u, NEUTRAL],
  [/[^]/u, SYMBOL],
]

/** Filled as characters are met; pages of memory never touched cost nothing. */
const known = new Uint8Array(0x110000)

/** The kind of the character at a UTF-16 offset; 0 outside the text. Half of a surrogate pair is a symbol. */
export function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if ((unit & 0xf800) !== 0xd800) return unit >= 0 ? known[unit] || learn(unit) : 0
  const point = text.codePointAt(at) ?? unit
  return known[point] || learn(point)
}

/** The number of UTF-16 units of the character at an offset: 2 for a surrogate pair, else 1. */
export function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

/** Where a run of letters that starts at a UTF-16 offset ends; a letter outside the Basic Multilingual Plane ends it. */
export function skipLetters(text: string, start: number): number {
  let at = start
  while (known[text.charCodeAt(at)] === LETTER) at++
  return at
}

function learn(point: number): number {
  // A C1 control is a Windows-1252 letter or quotation mark read as Latin-1.
  const char = String.fromCodePoint(point >= 0x80 && point < 0xa0 && point !== 0x85 ? readByte(point) : point)
  const tag = point >= 0xe0020 && point < 0xe0080
  const kind = tag ? MARK : (RULES.find(([pattern]) => pattern.test(char))?.[1] ?? SYMBOL)
  known[point] = kind
  return kind
}
