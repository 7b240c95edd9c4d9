import { Button } from '@mantine/core'
import { Fragment, type KeyboardEvent, useId, useRef, useState } from 'react'
import classes from './relations.module.css'
import { type Words, wordsAndGaps, wordsOf } from './selection.ts'

/**
 * A text in which words are marked: by dragging over them, by clicking one and Shift-clicking another, or with the
 * arrow keys, where Shift extends the mark.
 */
export function MarkableText({
  label,
  text,
  marked,
  onMark,
  error,
}: {
  label: string
  text: string
  marked: Words | null
  onMark: (words: Words | null) => void
  error?: string | undefined
}) {
  const id = useId()
  const host = useRef<HTMLDivElement>(null)
  const parts = wordsAndGaps(text)
  const words = parts.filter(part => part.word !== null)
  const [current, setCurrent] = useState(0)
  const [anchor, setAnchor] = useState(0)

  function mark(from: number, to: number) {
    const [first, last] = [words[Math.min(from, to)], words[Math.max(from, to)]]
    if (first && last) onMark(wordsOf(text, first.start, last.start + last.text.length))
  }

  function go(index: number, extend: boolean) {
    const next = Math.max(0, Math.min(words.length - 1, index))
    setCurrent(next)
    if (extend) mark(anchor, next)
    else setAnchor(next)
    host.current?.querySelectorAll<HTMLElement>('[data-word]')[next]?.focus()
  }

  function pick(index: number, extend: boolean) {
    setCurrent(index)
    if (!extend) setAnchor(index)
    mark(extend ? anchor : index, index)
  }

  function onKey(event: KeyboardEvent) {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -words.length, End: words.length }[event.key]
    if (step !== undefined) go(current + step, event.shiftKey)
    else if (event.key === 'Enter' || event.key === ' ') mark(current, current)
    else if (event.key === 'Escape' || event.key === 'Backspace' || event.key === 'Delete') onMark(null)
    else return
    event.preventDefault()
  }

  /** A drag over the text is read from the browser's own selection, which then gives way to the mark. */
  function onDragged() {
    const selection = window.getSelection()
    if (!selection || selection.isCollapsed || !host.current) return
    const range = selection.getRangeAt(0)
    if (!host.current.contains(range.commonAncestorContainer)) return
    const before = new Range()
    before.setStart(host.current, 0)
    before.setEnd(range.startContainer, range.startOffset)
    const start = before.toString().length
    onMark(wordsOf(text, start, start + range.toString().length))
    selection.removeAllRanges()
  }

  return (
    <div>
      <p className={classes.markLabel}>
        <span id={id}>{label}</span>
        {marked ? (
          <Button variant="subtle" size="compact-xs" onClick={() => onMark(null)}>
            Clear the mark
          </Button>
        ) : null}
      </p>
      <div className={classes.markable}>
        <div ref={host} className="words" role="group" aria-labelledby={id} onPointerUp={onDragged}>
          {parts.map(part => {
            const on = inMark(marked, part)
            const { word } = part
            const shown = on ? <Marked>{part.text}</Marked> : part.text
            if (word === null) return <Fragment key={part.start}>{shown}</Fragment>
            return (
              <span
                key={part.start}
                role="button"
                aria-pressed={on}
                data-word
                className={classes.word}
                tabIndex={word === current ? 0 : -1}
                onKeyDown={onKey}
                onClick={event => pick(word, event.shiftKey)}
                onFocus={() => setCurrent(word)}
              >
                {shown}
              </span>
            )
          })}
        </div>
      </div>
      {error ? (
        <p role="alert" className="problem">
          {error}
        </p>
      ) : null}
    </div>
  )
}

function Marked({ children }: { children: string }) {
  return <mark className="disputed">{children}</mark>
}

function inMark(marked: Words | null, part: { start: number; text: string }): boolean {
  return marked !== null && part.start >= marked.start && part.start + part.text.length <= marked.end
}
