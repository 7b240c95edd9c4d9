import { type KeyboardEvent, useRef } from 'react'
import type { Span } from '#domain/quote.ts'
import { firstSeenOffset } from './caret.ts'
import {
  extendSelection,
  type KeySelection,
  MOVES,
  moveSelection,
  selectSentence,
  spanOf,
} from './key-selection.ts'
import type { TextDocument } from './text-document.ts'
import { bringIntoView, headHeight } from './view.ts'

/**
 * Selecting with keys. It begins when the text gets the focus from the keyboard, or by `begin`; after a click the arrow
 * keys scroll as everywhere, and only Shift with an arrow moves the end of the selection.
 */
export function useKeySelection(
  document_: TextDocument,
  selected: Span | null,
  on: { select: (span: Span | null, extended: boolean) => void; act: () => void },
) {
  const selecting = useRef(false)
  const kept = useRef<KeySelection | null>(null)

  /** The selection the keys go on from: their own, as long as nobody selected something else since. */
  function current(): KeySelection | null {
    if (!selected) return null
    const own = kept.current && spanOf(kept.current)
    if (own && own.start === selected.start && own.end === selected.end) return kept.current
    return { anchor: selected.start, focus: selected.end }
  }

  function show(selection: KeySelection, extended: boolean) {
    kept.current = selection
    const span = spanOf(selection)
    const range = document_.map()?.rangeOf(span)
    if (range) {
      document
        .getSelection()
        ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
      bringIntoView(range.getBoundingClientRect())
    }
    on.select(span, extended)
  }

  /** Selects the sentence last selected, or the first one that can be seen. */
  function begin() {
    document_.host()?.focus({ preventScroll: true })
    selecting.current = true
    const offset = kept.current ? spanOf(kept.current).start : firstSeenOffset(document_, headHeight())
    const selection = selectSentence(document_.text, offset)
    if (selection) show(selection, false)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const before = current()
    const move = MOVES.find(key => key === event.key)
    if (event.key === 'Enter') {
      event.preventDefault()
      if (before) on.act()
      else begin()
    } else if (event.key === 'Escape' && before) {
      document.getSelection()?.removeAllRanges()
      on.select(null, false)
    } else if (move && (selecting.current || (before && event.shiftKey))) {
      event.preventDefault()
      if (!before) begin()
      else
        show((event.shiftKey ? extendSelection : moveSelection)(document_.text, before, move), event.shiftKey)
    }
  }

  return {
    begin,
    handlers: {
      onKeyDown,
      onPointerDown: () => {
        selecting.current = false
      },
      onFocus: () => {
        selecting.current = document_.host()?.matches(':focus-visible') ?? false
      },
    },
  }
}
