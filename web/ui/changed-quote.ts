import type { WordDifference } from '#contract/quotes.ts'
import type { ChangedPart } from './changed-words.tsx'

/** The words of a quote with those that went and those that came, in order. */
export function changedQuote(exact: string, difference: readonly WordDifference[]): ChangedPart[] {
  const parts: ChangedPart[] = []
  const add = (kind: ChangedPart['kind'], text: string) => {
    if (text !== '') parts.push({ kind, text })
  }
  let at = 0
  for (const { before, after } of difference) {
    add('same', exact.slice(at, before.start))
    add('removed', before.text)
    if (after.text !== '') {
      // Beside a word a new one needs a space of its own.
      if (before.text !== '' || /\S$/.test(exact.slice(0, before.start))) add('same', ' ')
      add('added', after.text)
      if (before.text === '' && /^\S/.test(exact.slice(before.end))) add('same', ' ')
    }
    at = before.end
  }
  add('same', exact.slice(at))
  return parts
}
