import type { TextDocument } from './text-document.ts'

/** The offset of the character under a point of the window; null when none is there. */
export function offsetAtPoint({ host, map }: TextDocument, x: number, y: number): number | null {
  const near = nearOffset(map(), host(), x, y)
  if (near === null) return null
  // The caret nearest to a point may be far from it, as at the end of a short line.
  for (const start of [near, near - 1]) {
    if (start < 0) continue
    const rects =
      map()
        ?.rangeOf({ start, end: start + 1 })
        .getClientRects() ?? []
    for (const rect of rects)
      if (rect.left <= x && x <= rect.right && rect.top <= y && y <= rect.bottom) return start
  }
  return null
}

/** The offset of the first character that can be seen below `top`; the start of the text when none can. */
export function firstSeenOffset(document_: TextDocument, top: number): number {
  const rect = document_.host()?.getBoundingClientRect()
  if (!rect || rect.top >= top) return 0
  return nearOffset(document_.map(), document_.host(), rect.left + 8, top + 8) ?? 0
}

function nearOffset(
  map: ReturnType<TextDocument['map']>,
  host: HTMLElement | null,
  x: number,
  y: number,
): number | null {
  const caret = 'caretPositionFromPoint' in document ? document.caretPositionFromPoint(x, y) : null
  if (!map || !caret || !host?.contains(caret.offsetNode)) return null
  return map.offsetOf(caret.offsetNode, caret.offset)
}
