const DOUBLE = /["“”„«»]/g
const OPENS = /^["“„«]\s*/
const CLOSES = /\s*["”“»]$/
const SINGLE = /^['‘]([^'‘’]+|[^'‘’]*\p{L}['’]\p{L}[^'‘’]*)['’]$/u

/**
 * The words of a quote as a statement: on one line, without the quotation marks around them and the comma that an
 * article puts before its “he said”. Marks around a part of the words stay.
 */
export function statementOf(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  return unquoted(line).replace(/[\s,;:–—]+$/, '')
}

function unquoted(line: string): string {
  const bare = line.replace(/,$/, '')
  const marks = line.match(DOUBLE)?.length ?? 0
  if (marks === 2 && OPENS.test(line) && CLOSES.test(bare)) return bare.replace(OPENS, '').replace(CLOSES, '')
  if (marks % 2 === 1) return OPENS.test(line) ? line.replace(OPENS, '') : bare.replace(CLOSES, '')
  return SINGLE.exec(bare)?.[1] ?? line
}
