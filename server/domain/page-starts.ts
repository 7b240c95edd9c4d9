/** Characters that normalising a text may take away or put in: white space, controls and byte order marks. */
const PASSING = /[\s\p{Cc}\ufeff]/u

/**
 * Where the pages of a text start after it was normalised: before the same letters. `starts` and the result are UTF-16
 * offsets in `before` and `after`, in ascending order. `after` must hold the letters of `before` in the same order.
 */
export function pageStartsAfter(before: string, after: string, starts: readonly number[]): number[] {
  if (before === after) return [...starts]
  let from = 0
  let to = 0
  return starts.map(start => {
    for (; from < start; from++) {
      if (PASSING.test(before.charAt(from))) continue
      while (to < after.length && PASSING.test(after.charAt(to))) to++
      to++
    }
    let at = Math.min(to, after.length)
    while (at < after.length && PASSING.test(after.charAt(at))) at++
    return at
  })
}

/**
 * Where the pages of a text start after one edit of it, by what its two wordings have the same at their beginning and
 * end: starts before the edit stay, those behind it move along, those within it come to where it begins. Where the two
 * overlap, as when a word was doubled, both are true.
 */
export function pageStartsMoved(before: string, after: string, starts: readonly number[]): number[] {
  const shorter = Math.min(before.length, after.length)
  let same = 0
  while (same < shorter && before.charCodeAt(same) === after.charCodeAt(same)) same++
  let behind = 0
  while (
    behind < shorter &&
    before.charCodeAt(before.length - 1 - behind) === after.charCodeAt(after.length - 1 - behind)
  )
    behind++
  const edge = before.length - behind
  return starts.map(start => {
    if (start <= same) return start
    return start >= edge ? Math.max(0, start + after.length - before.length) : same
  })
}
