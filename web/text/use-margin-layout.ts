import { type RefObject, useLayoutEffect } from 'react'
import type { Span } from '#domain/quote.ts'
import { layMargin } from './margin-layout.ts'
import type { TextDocument } from './text-document.ts'

/** Between two cards, in pixels. */
const GAP = 10

/** Under this width the cards are a list under the text; the style sheets say the same. */
export const WIDE = '(min-width: 64.01em)'

type Items = readonly (Span & { id: string })[]

/** Puts the items of a list beside their passages, again when the text or a card changes its size, once a frame. */
export function useMarginLayout(
  list: RefObject<HTMLElement | null>,
  document: TextDocument,
  items: Items,
  fixed: string | null,
): void {
  useLayoutEffect(() => {
    const element = list.current
    const host = document.host()
    if (!element || !host) return () => {}
    let frame = 0
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => placeCards(element, document, items, fixed))
    }
    const sizes = new ResizeObserver(later)
    sizes.observe(host)
    for (const card of element.children) sizes.observe(card)
    later()
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
    }
  }, [list, document, items, fixed])
}

/** First everything is measured, then everything is written: the page is laid out once, however many cards there are. */
function placeCards(list: HTMLElement, document: TextDocument, items: Items, fixed: string | null): void {
  const map = document.map()
  if (!map) return
  const cards = [...list.children].filter(child => child instanceof HTMLElement)
  if (!window.matchMedia(WIDE).matches) {
    for (const card of cards) card.style.marginTop = ''
    return
  }
  const origin = list.getBoundingClientRect().top
  const spaces = items.map(({ start }, index) => ({
    wanted: (map.rangeOf({ start, end: start + 1 }).getClientRects()[0]?.top ?? origin) - origin,
    height: cards[index]?.offsetHeight ?? 0,
  }))
  const tops = layMargin(
    spaces,
    GAP,
    items.findIndex(item => item.id === fixed),
  )
  let foot = 0
  for (const [index, card] of cards.entries()) {
    const top = tops[index] ?? 0
    card.style.marginTop = `${top - foot}px`
    foot = top + (spaces[index]?.height ?? 0)
  }
  list.dataset['placed'] = ''
}
