/** Every form of the end of a line, a page break (PDF) and a line tabulation included. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** The C0 controls that are neither a tab nor a line end, and the byte order mark. C1 may be misread letters. */
const UNSTORABLE = /(?![\t\n\u007f-\u009f])[\p{Cc}\ufeff]/gu

/**
 * The text of a snapshot as it is stored: line ends are LF, controls and byte order marks are gone, lone
 * surrogates are U+FFFD, lines end without spaces, three or more empty lines are one, the ends are trimmed.
 * Letters, quotation marks and Unicode forms are left as they were captured. Idempotent.
 */
export function normaliseText(input: string): string {
  const clean = input.toWellFormed().replace(LINE_ENDS, '\n').replace(UNSTORABLE, '')
  // Line by line: one regular expression for spaces before a line end is quadratic on a long run of spaces.
  const lines = clean.split('\n').map(line => line.trimEnd())
  return lines
    .join('\n')
    .replace(/\n{4,}/g, '\n\n')
    .trim()
}
