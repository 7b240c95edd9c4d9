/** A stretch of a text, in UTF-16 offsets; `end` is the first one after it. */
export type Span = { start: number; end: number }

const words = new Intl.Segmenter('en', { granularity: 'word' })
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The words of a text in order, without blanks and punctuation between them (Unicode Standard Annex 29). */
export function wordSpans(text: string): Span[] {
  const spans: Span[] = []
  for (const { index, segment, isWordLike } of words.segment(text))
    if (isWordLike) spans.push({ start: index, end: index + segment.length })
  return spans
}

/** Scripts written without spaces between words, for use inside a `u` regular expression's brackets. */
export const SPACELESS = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`

/** Whether a place in a text lies between two words or at its edge: `can't` and `5,000` are one word each. */
export function isWordBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  if (SURELY_INSIDE.test(text.slice(offset - 1, offset + 1))) return false
  const from = Math.max(offset - WINDOW, 0)
  const segment = words.segment(text.slice(from, offset + WINDOW)).containing(offset - from)
  return segment?.index === offset - from
}

const LETTERS = String.raw`(?=[\p{L}0-9])[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Hangul}0-9]`
const SURELY_INSIDE = new RegExp(String.raw`^(?:${LETTERS}){2}$|^[^\s\p{Cc}]\p{M}$`, 'u')
/** What decides is at most a few characters away, while one word of a hostile text may be 100,000 letters long. */
const WINDOW = 24

/** Grows a span that is not empty until it cuts no word and no character that a person sees as one. */
export function growToWords(text: string, span: Span): Span {
  let grown = span
  for (const segments of [graphemes.segment(text), words.segment(text), graphemes.segment(text)]) {
    const first = segments.containing(grown.start)
    const last = segments.containing(grown.end - 1)
    grown = {
      start: first?.index ?? grown.start,
      end: last ? last.index + last.segment.length : grown.end,
    }
  }
  return grown
}
