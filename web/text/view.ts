/** How far from the edges of the window words are shown, so that what stands around them can be read too. */
const ROOM = 72

/** The height that the header covers at the top of the window. */
export function headHeight(): number {
  return document.querySelector('header')?.getBoundingClientRect().bottom ?? 0
}

/** Scrolls as little as is needed to show a rectangle of the window. */
export function bringIntoView(rect: DOMRect): void {
  const top = headHeight() + ROOM
  const bottom = window.innerHeight - ROOM
  if (rect.top >= top && rect.bottom <= bottom) return
  const up = rect.top - top
  const down = rect.bottom - bottom
  window.scrollBy({ top: up < 0 || rect.height > bottom - top ? up : down })
}

/** Scrolls a rectangle of the window to where one reads, about a third from the top. Stays when it stands near there. */
export function bringToReading(rect: DOMRect, how: 'smoothly' | 'at once' = 'smoothly'): void {
  const { innerHeight } = window
  if (rect.top >= headHeight() + ROOM && rect.bottom <= innerHeight * 0.6) return
  const still = how === 'at once' || prefersStillness()
  window.scrollBy({ top: rect.top - innerHeight * 0.3, behavior: still ? 'auto' : 'smooth' })
}

/** Scrolls a rectangle of the window right under the header, to be seen over a sheet. */
export function bringUnderHead(rect: DOMRect): void {
  window.scrollBy({ top: rect.top - headHeight() - 16, behavior: prefersStillness() ? 'auto' : 'smooth' })
}

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}
