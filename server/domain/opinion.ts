import { isWordBoundary, type Span } from './word-bounds.ts'

/** What an adviser makes of two statements: probabilities, 0–1, that add up to 1. */
export type Verdict = { contradicts: number; agrees: number; neither: number }

/** What a verdict holds to be likeliest; of two that are as likely, the one named first in the type. */
export function leaningOf(verdict: Verdict): keyof Verdict {
  const ranked = (['contradicts', 'agrees', 'neither'] as const).toSorted(
    (one, other) => verdict[other] - verdict[one],
  )
  return ranked[0] ?? 'neither'
}

/**
 * Where words that an adviser names stand in a statement, in UTF-16 offsets: the first place at which they are whole
 * words. Null when they do not occur verbatim, or only as part of other words.
 */
export function placeOfWords(words: string, statement: string): Span | null {
  if (words.trim() === '') return null
  for (let at = statement.indexOf(words); at >= 0; at = statement.indexOf(words, at + 1)) {
    const end = at + words.length
    if (isWordBoundary(statement, at) && isWordBoundary(statement, end)) return { start: at, end }
  }
  return null
}
