import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { Span } from '#domain/quote.ts'
import { placeBar } from './bar-place.ts'
import classes from './selection-bar.module.css'
import type { TextDocument } from './text-document.ts'
import { headHeight } from './view.ts'

export type BarAction = {
  /** What is read out, and shown where there is room. */
  label: string
  /** As much of the start of the label as is shown on a narrow screen. */
  short: string
  /** The key that does the same. */
  keys: string
  run: () => void
}

/** A small bar at the selected words. Press and release leave the selection alone. */
export function SelectionBar({
  document,
  span,
  actions,
  onClose,
  handle,
}: {
  document: TextDocument
  span: Span
  actions: readonly BarAction[]
  /** Escape was pressed inside. */
  onClose: () => void
  handle?: Ref<{ focus: () => void }>
}) {
  const bar = useRef<HTMLDivElement>(null)
  useImperativeHandle(handle, () => ({
    focus: () => bar.current?.querySelector('button')?.focus({ preventScroll: true }),
  }))

  useLayoutEffect(() => {
    const place = () => {
      const element = bar.current
      const parent = element?.offsetParent
      const rects = document.map()?.rangeOf(span).getClientRects()
      const [first, last] = [rects?.[0], rects?.[rects.length - 1]]
      if (!element || !parent || !first || !last) return
      const { left, top } = placeBar({
        bar: { width: element.offsetWidth, height: element.offsetHeight },
        first,
        last,
        window: {
          width: window.document.documentElement.clientWidth,
          height: window.innerHeight,
          head: headHeight(),
          left: document.host()?.getBoundingClientRect().left ?? 0,
        },
      })
      const origin = parent.getBoundingClientRect()
      element.style.left = `${left - origin.left}px`
      element.style.top = `${top - origin.top}px`
    }
    place()
    window.addEventListener('resize', place)
    return () => window.removeEventListener('resize', place)
  }, [document, span])

  return (
    <div
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label="What to do with the selected words"
      className={`${classes.bar} no-print`}
      onPointerDown={event => event.preventDefault()}
      onMouseDown={event => event.preventDefault()}
      onKeyDown={event => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
        const buttons = [...(bar.current?.querySelectorAll('button') ?? [])]
        const at = buttons.findIndex(button => button === window.document.activeElement)
        if (event.key === 'Escape') onClose()
        else if (step) buttons.at((at + step) % buttons.length)?.focus()
      }}
    >
      {actions.map(({ label, short, keys, run }) => (
        <button key={keys} type="button" className={classes.action} aria-keyshortcuts={keys} onClick={run}>
          <span>
            {short}
            <span className={classes.rest}>{label.slice(short.length)}</span>
          </span>
          <kbd aria-hidden="true">{keys.toUpperCase()}</kbd>
        </button>
      ))}
    </div>
  )
}
