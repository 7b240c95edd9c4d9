import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Span } from '#domain/quote.ts'
import type { Action, ActionKind, useDraftPlaces } from '../text/draft-places.ts'
import type { Selected, TextHandle } from '../text/quoted-text.tsx'
import { rectOf, type TextDocument } from '../text/text-document.ts'
import { bringToReading, bringUnderHead } from '../text/view.ts'
import { notify } from '../ui/notify.tsx'
import { dropDraft } from '../ui/use-draft.ts'
import { isWide } from './source-reader-picking.ts'

/** The words that are selected, and the forms that are open over words of a text. `onBegin` is told when one opens. */
export function useReaderForms(
  document: TextDocument,
  snapshotId: string,
  drafts: ReturnType<typeof useDraftPlaces>,
  onBegin: () => void,
) {
  const { open: action, setOpen, add, remove } = drafts
  const [selected, setSelected] = useState<Selected | null>(null)
  const textHandle = useRef<TextHandle>(null)
  const bar = useRef<{ focus: () => void }>(null)

  // A form that a reload opened again is shown with its words.
  const resume = useEffectEvent(() => {
    const rect = action && rectOf(document, action)
    if (rect) bringToReading(rect, 'at once')
  })
  useEffect(() => resume(), [])

  /** Opens a form over words; nothing when there are none. */
  function begin(kind: ActionKind, span: Span | null) {
    if (!span) return
    const { start, end } = span
    window.getSelection()?.removeAllRanges()
    setSelected(null)
    onBegin()
    setOpen({ kind, start, end })
    const rect = rectOf(document, span)
    if (rect && !isWide()) bringUnderHead(rect)
  }

  function close() {
    setOpen(null)
    textHandle.current?.focus()
  }

  /** The selection is done: the bar that says what can be made of it gets the focus. */
  function settle() {
    setSelected(now => now && { ...now, settled: true })
    requestAnimationFrame(() => bar.current?.focus())
  }

  function clearSelection() {
    window.getSelection()?.removeAllRanges()
    setSelected(null)
    textHandle.current?.focus()
  }

  const discard = useCallback(
    (action: Action) => {
      const restore = dropDraft(`${action.kind}-${snapshotId}-${action.start}-${action.end}`)
      remove(action)
      notify({
        message: `The unsaved ${action.kind} is thrown away.`,
        undo: () => {
          restore()
          add(action)
        },
      })
    },
    [add, remove, snapshotId],
  )

  return {
    action,
    resumeAt: setOpen,
    keep: add,
    drop: remove,
    selected,
    setSelected,
    textHandle,
    bar,
    begin,
    close,
    settle,
    clearSelection,
    discard,
  }
}

export type ReaderForms = ReturnType<typeof useReaderForms>
