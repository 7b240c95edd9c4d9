import { useEffect, useEffectEvent, useRef } from 'react'
import { snapToWords } from '#domain/disputed-words.ts'
import { quoteAt, type Span } from '#domain/quote.ts'
import { SPACELESS } from '#domain/word-bounds.ts'
import type { TextDocument } from './text-document.ts'
import { selectedSpan } from './text-map.ts'

/** Fingers move the ends of a selection in many small steps. */
const SETTLED_MS = 250

const HAS_SPACELESS = new RegExp(`[${SPACELESS}]`, 'u')

/** A selection as it will be quoted: of whole words, without the space around them. Null when no words are in it. */
export function quotable(text: string, { start, end }: Span): Span | null {
  // Dictionaries guess where words end in scripts without spaces: there a person's own ends are better.
  const span = HAS_SPACELESS.test(text.slice(start, end)) ? { start, end } : snapToWords(text, start, end)
  const quote = quoteAt(text, span.start, span.end)
  return quote && { start: quote.start, end: quote.end }
}

/**
 * Tells what is selected in the text by mouse, finger or the browser's own caret, once it is settled; null when the
 * selection is gone.
 */
export function useSelecting(
  document_: TextDocument,
  enabled: boolean,
  onSelect: (span: Span | null) => void,
): void {
  const pressed = useRef(false)

  const read = useEffectEvent(() => {
    const map = document_.map()
    const host = document_.host()
    if (!map || !host) return
    const span = selectedSpan(map, host)
    onSelect(span && quotable(document_.text, span))
  })

  useEffect(() => {
    if (!enabled) return () => {}
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = (ms: number) => {
      clearTimeout(timer)
      timer = setTimeout(read, ms)
    }
    const press = () => {
      pressed.current = true
    }
    const release = () => {
      pressed.current = false
      later(0)
    }
    const change = () => {
      if (!pressed.current) later(SETTLED_MS)
    }
    document.addEventListener('pointerdown', press)
    document.addEventListener('pointerup', release)
    document.addEventListener('pointercancel', release)
    document.addEventListener('selectionchange', change)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('pointerup', release)
      document.removeEventListener('pointercancel', release)
      document.removeEventListener('selectionchange', change)
    }
  }, [enabled])
}
