import { useEffect, useLayoutEffect, useRef } from 'react'

/** By then the trap of a dialog that closes has let go of the focus. */
const LET_GO_MS = 20

/**
 * When a dialog closes, the focus goes back to what had it before. The component library does so only for a dialog that
 * was there, closed, before it opened; call this in one that is first rendered open.
 */
export function useFocusBack(opened = true): void {
  const before = useRef<Element | null>(null)
  // What goes away as a whole takes the trap with it.
  useLayoutEffect(() => {
    if (!opened) return () => {}
    const had = document.activeElement
    before.current = had
    return () => giveBack(had)
  }, [opened])
  // What stays and closes still has it for a moment.
  useEffect(() => {
    if (opened) return () => {}
    const timer = setTimeout(() => giveBack(before.current), LET_GO_MS)
    return () => clearTimeout(timer)
  }, [opened])
}

function giveBack(element: Element | null): void {
  const now = document.activeElement
  const lost = now === null || now === document.body || now.closest('[role="dialog"]') !== null
  if (lost && element instanceof HTMLElement && element.isConnected) element.focus({ preventScroll: true })
}
