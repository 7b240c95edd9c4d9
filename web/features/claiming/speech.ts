import { sentenceAround } from '#domain/sentence.ts'

/** Verbs with which an article says that somebody said something. */
export const SAYING =
  'says?|said|saying|tells?|told|tweet(?:s|ed)|posts?|posted|writes?|wrote|announce[sd]?|adds?|added|states?|stated|insists?|insisted|claims?|claimed|den(?:y|ies|ied)|confirm(?:s|ed)?|assert(?:s|ed)?|argue[sd]?|warn(?:s|ed)?|call(?:s|ed)|declare[sd]?|explain(?:s|ed)?|repl(?:y|ies|ied)|respond(?:s|ed)?|acknowledge[sd]?|admit(?:s|ted)?|testif(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|dispute[sd]?|suggest(?:s|ed)?|note[sd]?|asks?|asked|question(?:s|ed)?|promise[sd]?|pledge[sd]?|predict(?:s|ed)?|estimate[sd]?|report(?:s|ed)?|maintain(?:s|ed)?|stress(?:es|ed)?|concede[sd]?|vow(?:s|ed)?|reiterate[sd]?|describe[sd]?|refute[sd]?|doubt(?:s|ed)?|wonder(?:s|ed)?'

/**
 * A passage of a text with what its sentences say before and after it. `quoted`: it stands in quotation marks; then
 * `before` ends where they open and `after` starts where they close.
 */
export type Setting = { before: string; words: string; after: string; quoted: boolean }

/** How far the sentence after a quotation that ends with its own full stop goes on, in UTF-16 units. */
const TAIL = 160
/** How far the marks around a passage are looked for. */
const REACH = 2_000

/** The passage `start`–`end` (UTF-16 offsets) in its sentences. */
export function settingOf(text: string, start: number, end: number): Setting {
  const paragraph = Math.max(0, start - REACH, text.lastIndexOf('\n\n', start))
  const words = text.slice(start, end)
  const opened = openQuotation(text.slice(paragraph, start))
  const quoted = opened >= 0 || /^["“„«]/.test(words)
  const edge = opened >= 0 ? paragraph + opened : start
  const before = text.slice(sentenceAround(text, edge, Math.max(end, edge + 1)).start, edge)
  return { before, words, after: afterOf(text, paragraph, start, end, quoted), quoted }
}

function afterOf(text: string, paragraph: number, start: number, end: number, quoted: boolean): string {
  let from = end
  if (openQuotation(text.slice(paragraph, end)) >= 0) {
    const rest = text.slice(end, end + REACH).split('\n\n', 1)[0] ?? ''
    const close = rest.search(/["”»]/)
    if (close < 0) return ''
    from = end + close + 1
  }
  const to = sentenceAround(text, start, from).end
  const after = text.slice(from, Math.max(from, to))
  if (!quoted || /\p{L}/u.test(after)) return after
  // “It was a mistake.” He said so twice: the next sentence tells who spoke.
  const tail = text
    .slice(Math.max(from, to), Math.max(from, to) + TAIL)
    .split(/\n\n|(?<=[.!?])\s/)
    .find(part => part.trim() !== '')
  return text.startsWith('\n\n', Math.max(from, to)) ? after : `${after} ${tail ?? ''}`
}

/** Where the quotation opens that is still open at the end of a stretch of text; -1 when none is. */
function openQuotation(stretch: string): number {
  let open = -1
  for (const { 0: mark, index } of stretch.matchAll(/["“”„«»]/g)) {
    if (mark === '"') open = open < 0 ? index : -1
    // “ closes what „ has opened.
    else if (mark === '“' && open >= 0 && stretch[open] === '„') open = -1
    else open = mark === '”' || mark === '»' ? -1 : index
  }
  return open
}

const blank = (marks: string) => ' '.repeat(marks.length)

/** A text without what stands in quotation marks, at the same length: what the article itself says. */
export function withoutQuotations(text: string): string {
  return text.replaceAll(/[“„«"][^“”„«»"]*(?:[”»"]|$)/g, blank)
}
