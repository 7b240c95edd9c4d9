import type { Span } from '#domain/quote.ts'
import { drawsHighlights } from './marks.ts'
import { mapText, type TextMap } from './text-map.ts'

/** A text on the screen: what it says, where it stands in the page, and the way between its offsets and the page. */
export type TextDocument = {
  text: string
  /** For the `ref` of the element that holds the text. */
  attach: (element: HTMLElement | null) => void
  /** Null while the text is not on the screen. */
  host: () => HTMLElement | null
  map: () => TextMap | null
}

export function createTextDocument(text: string): TextDocument {
  let host: HTMLElement | null = null
  let known: TextMap | null = null
  // Where marks are elements, every change of them makes other nodes.
  const keeps = drawsHighlights()
  return {
    text,
    attach: element => {
      host = element
      known = null
    },
    host: () => host,
    map: () => {
      if (host && !(known && keeps)) known = mapText(host, text.length)
      return known
    },
  }
}

/** Where words of a text stand in the window; nothing while the text is not on the screen. */
export function rectOf(document: TextDocument, { start, end }: Span): DOMRect | undefined {
  return document.map()?.rangeOf({ start, end }).getBoundingClientRect()
}
