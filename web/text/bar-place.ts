type Box = { left: number; right: number; top: number; bottom: number }

/** How far the bar keeps from the words and from the edges of the window, in pixels. */
const GAP = 8

/**
 * Where a bar stands, in pixels of the window: under the last line of the selection, or over the first where there is
 * no room, or at the bottom of the window when the selection fills it. Never left of
 * the text, and always inside the window from left to right.
 */
export function placeBar({
  bar,
  first,
  last,
  window,
}: {
  bar: { width: number; height: number }
  first: Box
  last: Box
  /** `head` is how far the header reaches down, `left` where the text starts. */
  window: { width: number; height: number; head: number; left: number }
}): { left: number; top: number } {
  const middle = (Math.max(last.left, 0) + last.right) / 2
  const furthest = window.width - bar.width - GAP
  const left = Math.max(GAP, Math.min(Math.max(middle - bar.width / 2, window.left), furthest))
  const under = last.bottom + GAP
  const over = first.top - GAP - bar.height
  const lowest = window.height - GAP - bar.height
  if (under <= lowest && under >= window.head) return { left, top: under }
  if (over >= window.head && over <= lowest) return { left, top: over }
  return { left, top: lowest }
}
