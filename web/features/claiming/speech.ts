import { sentenceAround } from '#domain/sentence.ts'

/** Verbs with which an article says that somebody said something. */
export const SAYING =
  'says?|said|saying|tells?|told|tweet(?:s|ed)|posts?|posted|writes?|wrote|announce[sd]?|adds?|added|states?|stated|insists?|insisted|claims?|claimed|den(?:y|ies|ied)|confirm(?:s|ed)?|assert(?:s|ed)?|argue[sd]?|warn(?:s|ed)?|call(?:s|ed)|declare[sd]?|explain(?:s|ed)?|repl(?:y|ies|ied)|respond(?:s|ed)?|acknowledge[sd]?|admit(?:s|ted)?|testif(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|dispute[sd]?|suggest(?:s|ed)?|note[sd]?|asks?|asked|question(?:s|ed)?|promise[sd]?|pledge[sd]?|predict(?:s|ed)?|estimate[sd]?|report(?:s|ed)?|maintain(?:s|ed)?|stress(?:es|ed)?|concede[sd]?|vow(?:s|ed)?|reiterate[sd]?|describe[sd]?|refute[sd]?|doubt(?:s|ed)?|wonder(?:s|ed)?'

/** A passage of a text with what its own sentences say before and after it. */
export type Setting = { before: string; words: string; after: string; quoted: boolean }

/** How far the end of the sentence after a quotation that ends with its own full stop is looked for. */
const TAIL = 160

/** The passage `start`–`end` (UTF-16 offsets) in its sentences. `quoted`: it stands in quotation marks. */
export function settingOf(text: string, start: number, end: number): Setting {
  const sentence = sentenceAround(text, start, end)
  const words = text.slice(start, end)
  const before = text.slice(sentence.start, start)
  const rest = text.slice(end, sentence.end)
  const quoted = /["“„«]\s*$/.test(before) || /^["“„«]/.test(words)
  // “It was a mistake.” He said so twice: the attribution is the next sentence.
  const closes = quoted && /^["”»\s]*$/.test(rest)
  const [tail = ''] = closes
    ? text
        .slice(sentence.end, sentence.end + TAIL)
        .split(/\n\n|(?<=[.!?])\s/, 2)
        .filter(part => part.trim() !== '')
    : []
  return { before, words, after: rest + (closes ? ` ${tail}` : ''), quoted }
}

/** A text without what stands in quotation marks, at the same length: what the article itself says. */
export function withoutQuotations(text: string): string {
  return text.replaceAll(/[“„«"][^“”„«»"]*(?:[”»"]|$)/g, quotation => ' '.repeat(quotation.length))
}
