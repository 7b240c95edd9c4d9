import { VisuallyHidden } from '@mantine/core'
import { type Ref, useId, useImperativeHandle, useState } from 'react'
import type { Span } from '#domain/quote.ts'
import './highlights.css'
import { drawsHighlights, type Mark } from './marks.ts'
import classes from './text.module.css'
import { type ShownMark, TextBody } from './text-body.tsx'
import type { TextDocument } from './text-document.ts'
import { useDrawnMarks } from './use-drawn-marks.ts'
import { useKeySelection } from './use-key-selection.ts'
import { usePointing } from './use-pointing.ts'
import { useSelecting } from './use-selecting.ts'

/** What is selected, and whether it is done: while somebody moves with keys, it is not. */
export type Selected = Span & { settled: boolean }

export type TextHandle = {
  /** Begins to select with keys. */
  beginKeys: () => void
  /** Puts the focus back to the text, where it was. */
  focus: () => void
}

type Props = {
  document: TextDocument
  /** BCP 47. */
  language: string
  marks: readonly Mark[]
  lit: readonly Span[]
  /** The words that a form is about, or that a link leads to. */
  pending: Span | null
  selected: Selected | null
  /** Without it nothing can be selected for use. */
  onSelect?: ((selected: Selected | null) => void) | undefined
  /** The selection shall be acted on: the bar takes the focus. */
  onAct?: () => void
  /** Marks that were clicked, the shortest first. */
  onPick: (ids: string[]) => void
  onPoint: (id: string | null) => void
  handle?: Ref<TextHandle>
}

const NO_MARKS: ShownMark[] = []

/** A text with its marks: to read, to select in by mouse, finger or keys, to click a mark. */
export function QuotedText(props: Props) {
  const { document, language, marks, lit, pending, selected, onSelect, onPick, onPoint } = props
  const { text, attach } = document
  const hint = useId()
  const [spoken, setSpoken] = useState('')
  const selectable = onSelect !== undefined
  const drawn = drawsHighlights()

  useDrawnMarks(document, { marks, lit, pending }, drawn)
  usePointing(document, marks, { point: onPoint, pick: onPick })
  useSelecting(document, selectable, span => {
    if (span?.start !== selected?.start || span?.end !== selected?.end)
      onSelect?.(span && { ...span, settled: true })
  })
  const keys = useKeySelection(document, selected, {
    select: (span, extended) => {
      onSelect?.(span && { ...span, settled: extended && selected?.settled === true })
      setSpoken(span ? sayWords(text.slice(span.start, span.end)) : '')
    },
    act: () => props.onAct?.(),
  })
  useImperativeHandle(props.handle, () => ({
    beginKeys: keys.begin,
    focus: () => document.host()?.focus({ preventScroll: true }),
  }))

  return (
    <>
      <div
        ref={attach}
        lang={language}
        translate="no"
        className={classes.text}
        {...(selectable
          ? {
              tabIndex: 0,
              role: 'group',
              'aria-label': 'Text of the source',
              'aria-describedby': hint,
              ...keys.handlers,
            }
          : {})}
      >
        <TextBody text={text} marks={drawn ? NO_MARKS : shownMarks(marks, lit, pending)} />
      </div>
      {selectable ? (
        <p id={hint} className={classes.keysHint}>
          <kbd>↓</kbd> <kbd>↑</kbd> sentence by sentence, <kbd>→</kbd> <kbd>←</kbd> word by word, with{' '}
          <kbd>Shift</kbd> for more or less, <kbd>Enter</kbd> to go on
        </p>
      ) : null}
      <VisuallyHidden component="output" aria-live="polite">
        {spoken}
      </VisuallyHidden>
    </>
  )
}

function shownMarks(marks: readonly Mark[], lit: readonly Span[], pending: Span | null): ShownMark[] {
  return [
    ...marks,
    ...lit.map(({ start, end }) => ({ start, end, id: `lit-${start}-${end}`, kind: 'lit' as const })),
    ...(pending ? [{ start: pending.start, end: pending.end, id: 'pending', kind: 'pending' as const }] : []),
  ]
}

/** Longer words are heard better in the text itself. */
const SPOKEN = 300

function sayWords(words: string): string {
  return words.length <= SPOKEN ? words : `${words.slice(0, SPOKEN / 2)} … ${words.slice(-SPOKEN / 2)}`
}
