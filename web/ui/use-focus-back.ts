import { useLayoutEffect } from 'react'

/** By then the trap of a dialog that closes has let go of the focus. */
const LET_GO_MS = 20

/**
 * When a dialog closes, the focus goes back to what had it before. The component library does so only for a dialog that
 * was there, closed, before it opened; call this in one that is first rendered open.
 */
export function useFocusBack(opened = true): void {
  useLayoutEffect(() => {
    if (!opened) return () => {}
    const before = document.activeElement
    return () => {
      setTimeout(() => {
        const now = document.activeElement
        const lost = now === null || now === document.body || now.closest('[role="dialog"]') !== null
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      }, LET_GO_MS)
    }
  }, [opened])
}
