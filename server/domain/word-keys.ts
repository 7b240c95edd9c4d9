import { readByte } from './misread.ts'

const PLAIN = /^[\x21-\x7E]+$/
const C1 = /[\u0080-\u009F]/g
const APOSTROPHES = /[’‘‛ʼʹʻʽ′`´＇׳]/g
const DASHES = /[\p{Pd}\u2212]/gu
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Variation_Selector}\u034F\u115F\u1160\u3164\uFFA0\u0640\uFFFC]/gu
const TAGS = /[\u{E0020}-\u{E007F}]/u
const LIGATURES: Record<string, string> = { œ: 'oe', Œ: 'OE', ʼ: "'", '؟': '?', '⸮': '?' }

/**
 * The form of a word that is equal for two spellings whose difference is harmless: without invisible characters, in
 * compatibility form NFKC (Unicode Standard Annex 15), with one form of apostrophe and dash, ligatures written as letters.
 * Case, accents and every letter and digit count.
 */
export function wordKey(word: string): string {
  if (PLAIN.test(word)) return word.replaceAll('`', "'")
  const visible = word
    .replace(C1, char => String.fromCodePoint(readByte(char.charCodeAt(0))))
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(INVISIBLE, char => (TAGS.test(char) ? char : ''))
  return visible
    .normalize('NFKC')
    .replace(/Œ(?=\p{Ll})/gu, 'Oe')
    .replace(/[œŒʼ؟⸮]/g, char => LIGATURES[char] ?? char)
}
